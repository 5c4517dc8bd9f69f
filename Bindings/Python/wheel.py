"""Puts the built library into the wheel, when there is one beside this package."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Bundles ``build/libtincay.so`` of the checkout as ``tincay/_lib/libtincay.so``.

    The wheel then works for every Python 3 on one platform. Without a built library, and when installed for editing,
    the wheel is pure and the loader looks elsewhere.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the library and the platform's tag."""
        built = Path(self.root).parents[1] / "build" / "libtincay.so"
        if version == "editable" or not built.is_file():
            return
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"
        build_data["force_include"][str(built.resolve())] = "tincay/_lib/libtincay.so"
