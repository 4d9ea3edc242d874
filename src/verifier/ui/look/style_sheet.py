"""The application's style sheet with roles (``@hairline``) in place of colours: calm, one accent, no boxes in boxes."""

STYLE_SHEET = """
QMainWindow, QDialog { background: @window; }
QToolTip {
    background: @paper; color: @ink; border: 1px solid @hairline; padding: 4px 6px;
}
QToolBar { background: @window; border: none; border-bottom: 1px solid @hairline; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: @hairline; width: 1px; margin: 6px 8px; }
QToolButton { background: transparent; color: @ink; border: 1px solid transparent; border-radius: 5px;
    padding: 4px 8px; }
QToolButton:hover { background: @hairline; }
QToolButton:pressed, QToolButton:checked { background: @selected; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @quiet; }
QMenuBar { background: @window; color: @ink; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: @hairline; }
QMenu { background: @paper; color: @ink; border: 1px solid @hairline; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 10px; }
QMenu::icon { padding-left: 10px; }
QMenu::item:selected { background: @selected; color: @ink; }
QMenu::item:disabled { color: @quiet; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 10px; }
QStatusBar { background: @window; color: @quiet; border-top: 1px solid @hairline; }
QStatusBar::item { border: none; }
QPushButton {
    background: @paper; color: @ink; border: 1px solid @hairline; border-radius: 5px; padding: 5px 14px;
    placeholder-text-color: @quiet;
}
QPushButton:hover { border-color: @quiet; }
QPushButton:pressed, QPushButton:checked { background: @selected; border-color: @accent; }
QPushButton:default, QPushButton:focus { border-color: @accent; }
QPushButton:focus { outline: none; }
QPushButton:disabled { color: @quiet; background: @window; border-color: @hairline; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateTimeEdit {
    background: @paper; color: @ink; border: 1px solid @hairline; border-radius: 5px; padding: 4px 7px;
    selection-background-color: @accent; selection-color: @paper; placeholder-text-color: @quiet;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus { border-color: @accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView {
    background: @paper; color: @ink; border: 1px solid @hairline; selection-background-color: @selected;
    selection-color: @ink;
}
QListView, QTreeView, QTableView {
    background: @paper; color: @ink; border: none; alternate-background-color: @window; gridline-color: @hairline;
    selection-background-color: @selected; selection-color: @ink; placeholder-text-color: @quiet;
}
QTableView { outline: none; }
QTableView::item { padding: 0 5px; }
QHeaderView::section {
    background: @window; color: @quiet; border: none; border-bottom: 1px solid @hairline; padding: 5px 8px;
}
QTabBar::tab { background: transparent; color: @quiet; border: none; padding: 6px 12px; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; }
QSplitter::handle { background: @hairline; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @hairline; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
