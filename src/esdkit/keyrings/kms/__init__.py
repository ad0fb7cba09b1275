"""AWS KMS keyrings: data keys wrapped by keys that never leave AWS.

Strategy: ``client`` is the way to KMS and the only module here that knows boto3, which it imports at first use. The keyrings hold no
secret; they choose key, region and context, and KMS does the rest.
Invariants: the whole encryption context goes with every request that takes one; an answer counts only if it names the key that was asked
for and has the right length.
"""

from esdkit.keyrings.kms.client import ClientSupplier, KmsClient, RegionalClientSupplier
from esdkit.keyrings.kms.discovery import KmsDiscoveryKeyring, KmsMrkDiscoveryKeyring
from esdkit.keyrings.kms.ecdh import KmsEcdhKeyring
from esdkit.keyrings.kms.keyring import KmsKeyring, KmsMrkKeyring
from esdkit.keyrings.kms.rsa import KmsRsaKeyring

__all__ = [
    "ClientSupplier",
    "KmsClient",
    "KmsDiscoveryKeyring",
    "KmsEcdhKeyring",
    "KmsKeyring",
    "KmsMrkDiscoveryKeyring",
    "KmsMrkKeyring",
    "KmsRsaKeyring",
    "RegionalClientSupplier",
]


def __dir__() -> list[str]:
    return __all__
