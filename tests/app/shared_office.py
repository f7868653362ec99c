"""A team's database and a workstation that has joined it, before the application starts."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    IdentityCheck,
    JournalQuery,
    PasswordState,
    Person,
    TeamKey,
    Validity,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.registry import add_shared_profile, profile_of
from desktop_app.profiles.shared import SharedProfile
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.memory_keys import MemoryKeys
from desktop_app.system.settings import SettingsStore
from desktop_app.window.workplace import Workplace
from tests.app.office import CHEAP, CUSTOMERS, WORD
from tests.storage.engines import ADMIN, LEAD
from tests.storage.postgres_team import PASSWORD, SharedDatabase


class SharedOffice:
    """A shared database with three customers; the first has a telephone password.

    ``person`` is whose login this workstation has.
    """

    def __init__(self, place: Workplace, database: SharedDatabase, person: Person = LEAD) -> None:
        self.place = place
        self.database = database
        self.person = person
        self.key = verifier.new_team_key()

    def furnish(self, policy: Policy = CHEAP) -> None:
        """Fill the database as the team has, and join it with this workstation."""
        self.database.open(ADMIN).policies.save(policy)
        storage = self.database.open(LEAD)
        for draft in CUSTOMERS:
            storage.customers.add(draft)
        self.set_password()
        self.join()

    def join(self, *, port: int | None = None, keys: tuple[TeamKey, ...] | None = None) -> None:
        """What an invitation leaves on a workstation; ``port`` leads somewhere else."""
        address = self.database.team.address(self.database.name)
        assert address.ca_file is not None
        folders = self.place.folders
        settings = SettingsStore(folders.settings_file)
        connection = ConnectionSettings(
            hosts=address.hosts,
            database=address.database,
            login=self.person.login,
            port=port or address.port,
            own_authority=True,
        )
        authority = address.ca_file.read_bytes()
        add_shared_profile(self.place.profile, connection, authority, folders, settings)
        self.profile.login_password.write(Secret(PASSWORD))
        self.profile.keys().restore((self.key,) if keys is None else keys, Secret(""))

    @property
    def profile(self) -> SharedProfile:
        """The profile as a new process finds it."""
        profile = profile_of(self.place.profile, self.place.folders)
        assert isinstance(profile, SharedProfile)
        return profile

    @contextmanager
    def opened(self) -> Iterator[OpenProfile]:
        """The profile as another process has it open."""
        opened = self.profile.open()
        try:
            yield opened
        finally:
            opened.storage.close()

    def set_password(self, number: str = "104233", word: str = WORD) -> None:
        """Set a telephone password after a call-back."""
        storage = self.database.open(LEAD)
        keys = MemoryKeys((self.key,))
        enrolment = Enrolment(storage.customers, storage.credentials, storage.policies, keys)
        customer = storage.customers.find_number(number)
        check = IdentityCheck("callback", "T-4711")
        enrolment.set(customer.id, Secret(word), check, Validity.UNTIL_CHANGED)

    def state(self, number: str = "104233") -> PasswordState:
        """How this customer's telephone password stands."""
        storage = self.database.open(LEAD)
        customer = storage.customers.find_number(number)
        return storage.customers.details(customer.id).standing.state

    def tries_left(self, number: str = "104233") -> int | None:
        """How many wrong tries are left for this customer."""
        storage = self.database.open(LEAD)
        customer = storage.customers.find_number(number)
        return storage.customers.details(customer.id).standing.tries_left

    def journal(self) -> list[tuple[str, str]]:
        """What is recorded and how it came out, newest first."""
        storage = self.database.open(LEAD)
        storage.journal.seal()
        assert storage.journal.verify().fault is None
        entries = storage.journal.entries(JournalQuery(limit=50))
        return [(entry.kind.value, entry.outcome) for entry in entries]
