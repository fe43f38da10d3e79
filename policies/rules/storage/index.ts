import type { Rule } from "../../rule.ts";
import storageAllowedSku from "./storage-allowed-sku.ts";
import storageAnonymousAccessOff from "./storage-anonymous-access-off.ts";
import storageBlobBackup from "./storage-blob-backup.ts";
import storageBlobSoftDelete from "./storage-blob-soft-delete.ts";
import storageBlobVersioning from "./storage-blob-versioning.ts";
import storageContainerPrivate from "./storage-container-private.ts";
import storageContainerSoftDelete from "./storage-container-soft-delete.ts";
import storageCustomerManagedKey from "./storage-customer-managed-key.ts";
import storageDataPlaneLogs from "./storage-data-plane-logs.ts";
import storageDefaultEntraAuthorization from "./storage-default-entra-authorization.ts";
import storageDefender from "./storage-defender.ts";
import storageHttpsOnly from "./storage-https-only.ts";
import storageInfrastructureEncryption from "./storage-infrastructure-encryption.ts";
import storageKeyExpiry from "./storage-key-expiry.ts";
import storageLocalUsersOff from "./storage-local-users-off.ts";
import storageLock from "./storage-lock.ts";
import storageMinimumTls from "./storage-minimum-tls.ts";
import storageNames from "./storage-names.ts";
import storageNetworkDefaultDeny from "./storage-network-default-deny.ts";
import storageNoCrossTenantReplication from "./storage-no-cross-tenant-replication.ts";
import storageNoFullStoredAccess from "./storage-no-full-stored-access.ts";
import storagePrivateEndpoint from "./storage-private-endpoint.ts";
import storagePublicAccessDisabled from "./storage-public-access-disabled.ts";
import storageReplicated from "./storage-replicated.ts";
import storageShareSoftDelete from "./storage-share-soft-delete.ts";
import storageSharedKeyOff from "./storage-shared-key-off.ts";
import storageSmbEncryption from "./storage-smb-encryption.ts";
import storageTrustedServicesBypass from "./storage-trusted-services-bypass.ts";

/** The rules of this folder. */
export const storageRules: readonly Rule[] = [
  storageAllowedSku,
  storageAnonymousAccessOff,
  storageBlobBackup,
  storageBlobSoftDelete,
  storageBlobVersioning,
  storageContainerPrivate,
  storageContainerSoftDelete,
  storageCustomerManagedKey,
  storageDataPlaneLogs,
  storageDefaultEntraAuthorization,
  storageDefender,
  storageHttpsOnly,
  storageInfrastructureEncryption,
  storageKeyExpiry,
  storageLocalUsersOff,
  storageLock,
  storageMinimumTls,
  storageNames,
  storageNetworkDefaultDeny,
  storageNoCrossTenantReplication,
  storageNoFullStoredAccess,
  storagePrivateEndpoint,
  storagePublicAccessDisabled,
  storageReplicated,
  storageShareSoftDelete,
  storageSharedKeyOff,
  storageSmbEncryption,
  storageTrustedServicesBypass,
];
