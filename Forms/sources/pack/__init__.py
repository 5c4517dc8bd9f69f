"""The default forms and code lists of Tincay, written so that people can read and change them."""
