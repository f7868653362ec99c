"""Renders every window and state to PNG files: ``python -m tests.screens --out DIR``."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.look.appearance import STYLE_ARGUMENTS, Appearance
from desktop_app.gui.texts.translation import install_catalogue
from tests.screens.registry import Screen, all_screens

_SETTLING_ROUNDS = 3


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    os.environ["QT_SCALE_FACTOR"] = options.scale
    qInstallMessageHandler(_print_message)
    with tempfile.TemporaryDirectory() as folder:
        return _render_all(options, Path(folder))


def _render_all(options: argparse.Namespace, folder: Path) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", _platform(options.screen, folder))
    application = QApplication(["screens", *STYLE_ARGUMENTS])
    application.setCursorFlashTime(0)
    install_catalogue(application, "en")
    QLocale.setDefault(QLocale("en_GB"))
    if options.rtl:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    appearance = Appearance(
        application,
        choice=SchemeChoice.LIGHT,
        high_contrast=options.high_contrast,
        text_factor=options.text,
        reduced_motion=True,
    )
    options.out.mkdir(parents=True, exist_ok=True)
    schemes = {
        "light": [SchemeChoice.LIGHT],
        "dark": [SchemeChoice.DARK],
        "both": [SchemeChoice.LIGHT, SchemeChoice.DARK],
    }[options.theme]
    wanted = [each for each in all_screens() if not options.names or each.name in options.names]
    for scheme in schemes:
        appearance.set_choice(scheme)
        for each in wanted:
            path = options.out / _file_name(each, scheme, options.scale)
            _render(application, each.build(appearance), path)
            print(path)
    return 0


def _platform(size: str, folder: Path) -> str:
    """A screen of this size that nobody sees."""
    width, height = (int(each) for each in size.split("x"))
    one = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    one |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    return f"offscreen:configfile={path}"


def _print_message(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if "propagateSizeHints" not in text:  # what the offscreen platform says of every window
        print(text, file=sys.stderr)


def _render(application: QApplication, widget: QWidget, path: Path) -> None:
    widget.show()
    widget.activateWindow()
    for _ in range(_SETTLING_ROUNDS):
        application.processEvents()
    widget.grab().save(str(path))
    widget.close()
    widget.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _file_name(screen: Screen, scheme: SchemeChoice, scale: str) -> str:
    suffix = "-dark" if scheme is SchemeChoice.DARK else screen.light_suffix
    density = "" if scale == "1" else f"@{scale}x"
    return f"{screen.name}{suffix}{density}.png"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("names", nargs="*", help="only these pictures")
    parser.add_argument("--out", type=Path, default=Path("build", "screens"))
    parser.add_argument("--theme", choices=("light", "dark", "both"), default="both")
    parser.add_argument("--scale", choices=("1", "1.25", "1.5", "2"), default="1")
    parser.add_argument("--screen", default="1920x1200", help="the screen's size in device pixels")
    parser.add_argument("--text", type=float, default=1.0, help="text size, 1.0 to 2.0")
    parser.add_argument("--rtl", action="store_true", help="mirrored")
    parser.add_argument("--high-contrast", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
