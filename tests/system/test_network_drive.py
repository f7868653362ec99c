"""Network drives are told from local ones, on Linux and on Windows."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop_app.system.network_drive import (
    is_network_mount,
    is_on_network,
    is_remote_windows_path,
)

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:40 / /home rw,relatime shared:1 - nfs4 server:/home rw,vers=4.2
31 30 254:3 / /home/lukas/local rw,relatime shared:2 master:3 - xfs /dev/vdb rw
32 27 0:41 / /mnt/My\040Share rw - cifs //server/share rw
33 27 0:42 / /mnt/ssh rw - fuse.sshfs somebody@host: rw
34 27 0:43 / /mnt/ntfs rw - fuseblk /dev/sdb1 rw
35 27 0:44 / /mnt/hidden rw - nfs server:/a rw
36 35 254:4 / /mnt/hidden rw - ext4 /dev/vdc rw
37 27 0:45 / /home2 rw - ext4 /dev/vdd rw
garbage
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/var/lib/watchword.db", False),
        ("/home/lukas/watchword.db", True),
        ("/home/lukas/local/watchword.db", False),
        ("/home2/watchword.db", False),
        ("/mnt/My Share/watchword.db", True),
        ("/mnt/ssh/watchword.db", True),
        ("/mnt/ntfs/watchword.db", False),
        ("/mnt/hidden/watchword.db", False),
    ],
)
def test_the_longest_and_newest_mount_decides(path: str, *, network: bool) -> None:
    """Mounts inside each other and upon each other are told apart."""
    assert is_network_mount(PurePosixPath(path), MOUNTS) is network


@pytest.mark.parametrize("kind", ["nfs", "smb3", "9p", "afs", "ceph", "glusterfs", "fuse.rclone"])
def test_the_usual_network_file_systems_are_known(kind: str) -> None:
    """Each of them makes the file one on a network drive."""
    mounts = f"1 0 0:1 / /data rw - {kind} source rw"
    assert is_network_mount(PurePosixPath("/data/watchword.db"), mounts)


def test_a_temporary_folder_is_local(tmp_path: Path) -> None:
    """The real table of this computer can be read."""
    assert not is_on_network(tmp_path / "watchword.db")


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"C:\Users\lukas\watchword.db", False),
        (r"Z:\watchword.db", True),
        (r"\\server\share\watchword.db", True),
        (r"\\?\UNC\server\share\watchword.db", True),
        (r"\\?\C:\watchword.db", False),
        (r"\\?\Z:\watchword.db", True),
    ],
)
def test_windows_paths(path: str, *, remote: bool) -> None:
    """Shares and letters of network drives are remote, whatever the notation."""
    types = {"C:\\": 3, "Z:\\": 4}
    assert is_remote_windows_path(PureWindowsPath(path), types.__getitem__) is remote
