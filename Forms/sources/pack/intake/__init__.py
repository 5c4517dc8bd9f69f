"""The default intake form, vn-cp-intake."""
