"""The invented customers that pictures and window tests show, with their passwords' states."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from desktop_app.core.entities import Answer, Customer, CustomerDraft, LastCheck, PasswordState
from desktop_app.core.tries import Tries
from tests.gui.fakes import FakeCredential, FakeStorage


class _Sample(NamedTuple):
    number: str
    name: str
    company: str
    phone: str
    email: str
    state: PasswordState


_SET, _NONE, _LOCKED = PasswordState.SET, PasswordState.NONE, PasswordState.LOCKED
_SAMPLES = (
    _Sample(
        "104233", "Anja Müller", "Müller & Söhne Webdesign GmbH", "+4968515550137",
        "anja@mueller-soehne.example", _SET,
    ),
    _Sample("104871", "Bernd Müller", "Bäckerei Müller e. K.", "+496815550142", "", _NONE),
    _Sample("100377", "Sabine Müller-Lang", "Kanzlei Lang & Partner", "+4968315550108", "", _SET),
    _Sample("101950", "Katharina Müllner", "Müllner Steuerberatung", "+49895550119", "", _SET),
    _Sample("108412", "Tim Mulder", "Mulder Logistics B.V.", "+31205550175", "", _LOCKED),
    _Sample("106029", "Paul Mulzer", "Optik Mulzer", "+4968415550163", "", _SET),
    _Sample("109144", "Ines Albrecht", "Multimedia-Werkstatt Trier UG", "+496515550126", "", _NONE),
    _Sample("102765", "Dr. Peter Hahn", "Mulch & Mehr Gartenbau", "+4968065550150", "", _SET),
    _Sample("107503", "Leyla Aydın", "Formula Druck GmbH", "+49695550184", "", _SET),
    _Sample("103318", "Georg Stein", "Stimulus Events", "+3525550131", "", _NONE),
    _Sample("110026", "Marta Kowalska", "Simultan Übersetzungen", "+4968715550112", "", _SET),
    _Sample(
        "105890", "Jonas Weber", "Weber IT-Service", "+4934375550147",
        "j.weber@mulde-it.example", _SET,
    ),
    _Sample("103991", "Ömer Yıldız", "Yıldız Haustechnik GmbH", "+4968315550120", "", _SET),
)  # fmt: skip


def add_sample_customers(storage: FakeStorage) -> dict[str, Customer]:
    """Fill ``storage``; the customers by number."""
    customers = {}
    for sample in _SAMPLES:
        draft = CustomerDraft(
            number=sample.number,
            name=sample.name,
            company=sample.company,
            phones=(sample.phone,),
            emails=(sample.email,) if sample.email else (),
            country="DE",
            language="de",
            authorised="Jens Söhne" if sample.number == "104233" else "",
        )
        customer = storage.customers.add(draft)
        customers[sample.number] = customer
        if sample.state is not _NONE:
            storage.put_credential(customer, _credential(storage, sample.state))
    matched = LastCheck(
        Answer.MATCHES, storage.clock.today_at(9, 14), "Lukas Berger", "VW-5HJ2-08KC"
    )
    storage.put_last_check(customers["104233"], matched)
    return customers


def add_sample_checks(storage: FakeStorage, customers: dict[str, Customer]) -> None:
    """Let this person have made five checks today."""
    for number, answer, hour, minute in (
        ("104233", Answer.MATCHES, 9, 14),
        ("109144", Answer.NONE, 11, 20),
        ("103991", Answer.DOES_NOT_MATCH, 13, 5),
        ("100377", Answer.MATCHES, 13, 41),
        ("108412", Answer.LOCKED, 14, 2),
    ):
        storage.put_own_check(customers[number], answer, storage.clock.today_at(hour, minute))


def _credential(storage: FakeStorage, state: PasswordState) -> FakeCredential:
    credential = FakeCredential(datetime(2025, 3, 12, 9, 0, tzinfo=UTC), "Tanja Lang")
    if state is PasswordState.LOCKED:
        until = storage.clock() + timedelta(minutes=12)
        credential.tries = Tries(in_row=5, in_all=5, locked_until=until)
    return credential
