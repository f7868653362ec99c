"""The first start and the starts after it: keys, vaults, PINs, and databases that are not there."""

import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.preferences import SchemeChoice
from desktop_app.core.secret import Secret
from desktop_app.gui.pause.idle_watch import IdleWatch
from desktop_app.gui.pause.session_watch import SessionWatch
from desktop_app.profiles.base import Profile
from desktop_app.profiles.pin import ProfilePin
from desktop_app.system.keyring_store import pin_entry
from desktop_app.system.people import who_is_here
from desktop_app.system.recovery import open_sealed
from desktop_app.window import work
from desktop_app.window.opening import Opened, Opener, profile_opener
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import CHEAP, PASSPHRASE, WORD, Office
from tests.app.person import PATIENCE_MS, Person
from tests.secret_service import SecretService

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NOT_SAVED = "The team key is not saved yet."


def matches(person: Person) -> None:
    """Check the right word of the first customer."""
    person.search("104233")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say(WORD)
    person.wait_for("Matches")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")


def type_passphrase_twice(person: Person) -> None:
    """Into two entries, as somebody does who reads it from a note."""
    person.enter(PASSPHRASE)
    person.enter(PASSPHRASE)


def set_pin(person: Person, pin: str) -> None:
    """In the settings, which Ctrl and comma open."""
    person.press(Key.Key_Comma, CONTROL)
    person.wait_for_dialog("Settings")
    person.go_to("Personal PIN…")
    person.press(Key.Key_Space)
    person.wait_for_dialog("Personal PIN")
    person.wait(lambda: bool(person.focused().accessibleName().startswith("New PIN")))
    person.enter(pin)
    person.enter(pin)
    person.wait_for_dialog("Settings")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    person.wait_for("The PIN is saved.")


# --- the team key --------------------------------------------------------------------------------


def possible(person: Person) -> set[str]:
    """What the team key's menu offers."""
    entries = person.entries_of(Key.Key_F, "Team key")
    return {entry for entry, reason in entries.items() if not reason}


def test_a_first_start_offers_the_recovery_file(
    start: Start, keyring: None, tmp_path: Path
) -> None:
    """A key is made, and saving it is offered; once it is saved nothing reminds of it any more."""
    person = start()
    person.wait_for_dialog("Recovery file")
    assert NOT_SAVED in person.screen()
    type_passphrase_twice(person)
    target = tmp_path / "key.wwkey"
    person.choose_file(target)
    person.wait_for("The recovery file is saved", str(target))
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.wait_for("There are no customers yet.")
    person.wait(lambda: NOT_SAVED not in person.screen())
    assert len(open_sealed(target, Secret(PASSPHRASE))) == 1
    again = start()
    again.wait_ready()
    again.wait(lambda: not again.is_working())
    assert again.dialog() == ""
    assert NOT_SAVED not in again.screen()
    assert possible(again) == {"Save the recovery file…", "Rotate the team key…"}
    again.choose(Key.Key_F, "Team key", "Save the recovery file…")
    again.wait_for_dialog("Recovery file")


def test_what_the_team_key_does_not_need_says_so(start: Start, keyring: None) -> None:
    """With a key at hand the other ways are off, each with its reason."""
    person = start()
    person.wait_for_dialog("Recovery file")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    assert person.entries_of(Key.Key_F, "Team key") == {
        "Save the recovery file…": "",
        "Rotate the team key…": "",
        "Take the key from a file…": "Only needed when the key is not on this computer",
        "Open the vault file…": "Only needed when the vault file is locked",
        "Make a vault file…": "Only needed without a keyring",
        "Unlock the keyring…": "Only needed when the keyring is locked",
    }


def test_a_reminder_stays_until_the_key_is_saved(start: Start, keyring: None) -> None:
    """Esc puts it off; the line is there, also at the next start, which opens no dialog."""
    person = start()
    person.wait_for_dialog("Recovery file")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    assert NOT_SAVED in person.screen()
    again = start()
    again.wait_for(NOT_SAVED)
    assert again.dialog() == ""
    again.go_to("Recovery file…")
    again.press(Key.Key_Space)
    again.wait_for_dialog("Recovery file")


def test_without_a_keyring_a_vault_file_does(
    start: Start, place: Workplace, no_keyring: None
) -> None:
    """Made from the quiet line, asked for at the next start; without it checks say what to do."""
    person = start()
    person.wait_for("Vault file…")
    assert possible(person) == {"Make a vault file…", "Take the key from a file…"}
    person.choose(Key.Key_F, "Team key", "Make a vault file…")
    person.wait_for_dialog("Vault file")
    type_passphrase_twice(person)
    person.wait_for_dialog("")
    person.wait_for(NOT_SAVED)
    person.end()
    office = Office(place)
    with office.opened() as opened:
        opened.keys.vault.unlock(Secret(PASSPHRASE))
        opened.storage.policies.save(CHEAP)
        opened.storage.customers.add(CustomerDraft(number="104233", name="Jonas Weber"))
        office.set_password(opened)
    again = start()
    again.wait_for_dialog("Vault file")
    again.press(Key.Key_Escape)
    again.wait_for_dialog("")
    again.search("104233")
    again.press(Key.Key_Return)
    again.wait_for_dialog("Verify caller")
    again.wait_for("Not checked.", "The vault file is locked.")
    again.press_until(Key.Key_Escape, lambda: again.dialog() == "")
    assert possible(again) == {"Open the vault file…"}
    again.choose(Key.Key_F, "Team key", "Open the vault file…")
    again.wait_for_dialog("Vault file")
    again.enter("another passphrase altogether")
    again.wait_for("does not open")
    again.enter(PASSPHRASE)
    again.wait_for_dialog("")
    matches(again)


def test_a_locked_keyring_is_said_and_searching_works(
    start: Start, office: Office, request: pytest.FixtureRequest
) -> None:
    """The line says it; a check says so too and works once the keyring is open."""
    with office.opened() as opened:
        keys = opened.keys.all()
    secret_service = request.getfixturevalue("secret_service")  # another, which can be locked
    with office.opened() as opened:
        opened.keys.restore(keys, Secret(PASSPHRASE))
    secret_service.lock()
    person = start()
    person.wait_for("Unlock…")
    person.search("104233")
    person.press(Key.Key_Return)
    person.wait_for("Not checked.", "keyring")
    secret_service.unlock()
    person.press(Key.Key_F5)
    person.wait_for("tries left", "Capitals, spaces and hyphens do not matter.")
    person.say(WORD)
    person.wait_for("Matches")


def test_a_lost_key_comes_back_from_the_recovery_file(
    start: Start, office: Office, request: pytest.FixtureRequest
) -> None:
    """Another, empty keyring: no new key is made; the file and its passphrase bring the old one."""
    saved = office.save_key()
    request.getfixturevalue("secret_service")
    person = start()
    person.wait_for("Recovery file…")
    assert possible(person) == {"Take the key from a file…"}
    person.choose(Key.Key_F, "Team key", "Take the key from a file…")
    person.wait_for_dialog("Take the team key from a file")
    person.press(Key.Key_Space)
    person.choose_file(saved)
    person.wait_for(str(saved))
    person.enter("not this passphrase at all")
    person.wait_for("does not open")
    person.enter(PASSPHRASE)
    person.wait_for("The team key is on this computer")
    person.press(Key.Key_Return)
    person.wait_for_dialog("")
    person.wait(lambda: "Recovery file…" not in person.screen())
    matches(person)


def test_a_key_of_another_team_is_noticed(
    start: Start, office: Office, secret_service: SecretService
) -> None:
    """The keyring has a key, but not the one of the stored passwords: said at once."""
    with office.opened() as opened:
        opened.keys.ensure()
    person = start()
    person.wait_for("stored under a team key that is not on this computer", "Recovery file…")


# --- the pause -----------------------------------------------------------------------------------


def test_the_pause_follows_a_change_of_colours(start: Start, office: Office) -> None:
    """Its words are read on a dark ground too, where the colours were changed before it came."""
    person = start()
    person.wait_ready()
    appearance = person.app._desk.appearance
    appearance.set_choice(SchemeChoice.DARK)
    person.press(Key.Key_L, CONTROL)
    person.wait_for("Watchword is locked")
    words = [each for each in person.app.window.findChildren(QLabel) if each.isVisible()]
    inks = {each.palette().color(QPalette.ColorRole.WindowText).name() for each in words}
    colours = appearance.theme.colours
    assert inks <= {colours.text.name(), colours.text2.name()}


def test_a_pin_ends_the_pause_and_is_asked_at_the_next_start(start: Start, office: Office) -> None:
    """Ctrl+L takes everything away; a wrong PIN does not bring it back, the right one does."""
    person = start()
    person.wait_ready()
    set_pin(person, "4711")
    person.search("104233")
    person.press(Key.Key_L, CONTROL)
    person.wait_for("Watchword is locked", "Type your PIN to go on.")
    assert "Jonas Weber" not in person.screen()
    person.enter("1234")
    person.wait_for("This is not the PIN.")
    assert "Jonas Weber" not in person.screen()
    person.wait(lambda: person.focused().isEnabled())
    person.enter("4711")
    person.wait_ready()
    matches(person)
    again = start()
    again.wait_for("Watchword is locked", who_is_here().login, "Type your PIN to go on.")
    again.enter("4711")
    again.wait_ready()
    matches(again)


def want_pin(office: Office) -> None:
    """Put the rule into force, as an admin does."""
    with office.opened() as opened:
        opened.storage.policies.save(replace(CHEAP, pin_required=True))


def test_a_team_that_wants_a_pin_gets_one(start: Start, office: Office) -> None:
    """Whoever declines is at the lock screen and asked again; it cannot be removed either."""
    want_pin(office)
    person = start()
    person.wait_for_dialog("Personal PIN")
    person.wait_for("Your team wants everybody to have a PIN.")
    person.wait(lambda: person.focused().accessibleName().startswith("New PIN"))
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    person.wait_for("Watchword is locked")
    person.wait(lambda: person.focused().isEnabled())
    person.press(Key.Key_Return)
    person.wait_for_dialog("Personal PIN")
    person.wait(lambda: person.focused().accessibleName().startswith("New PIN"))
    person.enter("4711")
    person.enter("4711")
    person.wait_for_dialog("")
    person.wait_ready()
    matches(person)
    person.press(Key.Key_Comma, CONTROL)
    person.wait_for_dialog("Settings")
    person.go_to("Personal PIN…")
    person.press(Key.Key_Space)
    person.wait_for_dialog("Personal PIN")
    person.wait(lambda: person.focused().accessibleName() == "Present PIN")
    assert "Remove the PIN" not in person.says()
    again = start()
    again.wait_for("Type your PIN to go on.")
    again.enter("4711")
    again.wait_ready()
    again.wait(lambda: not again.is_working())
    assert again.dialog() == ""


def test_a_pin_removed_in_the_keyring_is_asked_for_anew(start: Start, office: Office) -> None:
    """The keyring's own program forgets a PIN; the rule does not."""
    want_pin(office)
    with office.opened() as opened:
        pin = ProfilePin(opened.profile)
        pin.set(Secret("4711"))
        opened.profile.keyring.delete(pin_entry(opened.profile.name))
    person = start()
    person.wait_for("Watchword is locked", "No customer is on the screen.")
    person.wait(lambda: person.focused().isEnabled())
    person.press(Key.Key_Return)
    person.wait_for_dialog("Personal PIN")


def test_a_keyring_that_keeps_no_pin_keeps_nobody_out(
    start: Start, place: Workplace, no_keyring: None
) -> None:
    """What is wanted and why there is none stays on the screen; customers can be searched."""
    with Office(place).opened() as opened:
        storage = opened.storage
        storage.policies.save(replace(CHEAP, pin_required=True))
        storage.customers.add(CustomerDraft(number="104233", name="Jonas Weber"))
    person = start()
    person.wait_for("Your team wants everybody to have a PIN.", "keyring")
    assert person.dialog() == ""
    person.search("104233")


def test_a_pause_closes_every_dialog(start: Start, office: Office) -> None:
    """Ctrl+L in a dialog over another: both are gone, and what was typed is wiped."""
    person = start()
    person.wait_ready()
    person.press(Key.Key_Comma, CONTROL)
    person.wait_for_dialog("Settings")
    person.go_to("Personal PIN…")
    person.press(Key.Key_Space)
    person.wait_for_dialog("Personal PIN")
    person.wait(lambda: bool(person.focused().accessibleName().startswith("New PIN")))
    person.type("4711")
    person.press(Key.Key_L, CONTROL)
    person.wait_for("Watchword is locked", "No customer is on the screen.")
    assert person.dialog() == ""
    assert person.entries() == []
    person.press(Key.Key_Return)
    person.wait_ready()
    matches(person)


def test_a_pause_while_the_profile_is_opened_holds(
    start: Start, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session locks during the start: what was opened is dropped, until somebody goes on."""
    go_on = Event()

    def slow(profile: Profile) -> Opener:
        opener = profile_opener(profile)

        def open_slowly() -> Opened:
            assert go_on.wait(PATIENCE_MS / 1_000)
            return opener()

        return open_slowly

    monkeypatch.setattr(work, "profile_opener", slow)
    person = start()
    person.type("weber")
    person.wait(lambda: person.app.window.findChild(IdleWatch) is not None)
    watch = person.app.window.findChild(SessionWatch)
    assert isinstance(watch, SessionWatch)
    watch.paused.emit()
    go_on.set()
    person.wait_for("Watchword is locked", "No customer is on the screen.")
    person.wait(lambda: not person.is_working())
    assert "Jonas Weber" not in person.screen()
    assert person.app._work is not None
    assert person.app._work._opened is None
    person.press(Key.Key_Return)
    person.wait_ready()
    matches(person)


def test_idleness_pauses(start: Start, office: Office) -> None:
    """After the policy's ten minutes without a key the customers are off the screen."""
    person = start()
    person.wait_ready()
    person.search("104233")
    watch = person.app.window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    before = watch._clock()
    watch._clock = lambda: before + 601
    watch.look()
    person.wait_for("Watchword is locked", "No customer is on the screen.")
    assert "Jonas Weber" not in person.screen()


def test_a_pause_can_be_repeated(start: Start, office: Office) -> None:
    """Three times in a row; keys and connection are fetched again each time."""
    person = start()
    for _ in range(3):
        person.wait_ready()
        matches(person)
        person.press(Key.Key_L, CONTROL)
        person.wait_for("No customer is on the screen.")
        person.press(Key.Key_Return)
    person.wait_ready()


def test_a_database_lost_during_the_pause_is_said(start: Start, office: Office) -> None:
    """The way back leads to the amber bar, not to a lock screen that never ends."""
    person = start()
    person.wait_ready()
    person.press(Key.Key_L, CONTROL)
    person.wait_for("No customer is on the screen.")
    aside = office.database.with_suffix(".aside")
    person.wait(lambda: not person.is_working())
    office.database.rename(aside)
    person.press(Key.Key_Return)
    person.wait_for("The database could not be opened.", "The database file is gone")
    aside.rename(office.database)
    person.press(Key.Key_F5)
    person.wait_ready()
    matches(person)


# --- the database --------------------------------------------------------------------------------


def test_a_database_deleted_between_two_starts_is_not_made_anew(
    start: Start, office: Office
) -> None:
    """The amber bar says that it is gone; once a backup is there, F5 opens it."""
    start().wait_ready()
    aside = office.database.with_suffix(".aside")

    def lose() -> None:
        shutil.copy(office.database, aside)
        for path in office.database.parent.glob(f"{office.database.name}*"):
            path.unlink()

    start().end()
    lose()
    person = start()
    person.wait_for("The database could not be opened.", "The database file is gone")
    assert not office.database.exists()
    person.type("weber")
    aside.rename(office.database)
    person.press(Key.Key_F5)
    person.wait(lambda: "Jonas Weber" in person.labels())


def test_a_newer_database_is_refused(start: Start, office: Office) -> None:
    """Nothing is read from it or written to it."""
    with office.raw() as other:
        other.execute("PRAGMA user_version = 999")
    before = office.database.read_bytes()
    person = start()
    person.wait_for("The database could not be opened.", "version 999")
    person.press(Key.Key_F5)
    person.wait_for("version 999")
    person.end()
    assert office.database.read_bytes() == before
