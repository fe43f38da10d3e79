import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { Parameters, ParameterValues } from "../parameters.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** Storage accounts. */
export const storageAccounts: readonly TypePattern[] = ["azure-native:storage:StorageAccount"];
/** The settings of an account's blobs. */
export const blobServices: readonly TypePattern[] = ["azure-native:storage:BlobServiceProperties"];
/** The settings of an account's file shares. */
export const fileServices: readonly TypePattern[] = ["azure-native:storage:FileServiceProperties"];

/** The parameter of rules about soft delete. */
export const softDeleteDays = {
  leastDays: {
    type: "integer",
    description:
      "Fewest days for which what was deleted is kept. Default: that of PSRule Azure.Storage.SoftDelete.",
    default: 7,
    minimum: 1,
    maximum: 365,
  },
} as const satisfies Parameters;

/** The services of these types that belong to the account. */
export function serviceOf(
  stack: StackView,
  { urn }: ResourceView,
  services: readonly TypePattern[],
): readonly ResourceView[] {
  return stack.ofType(...services).filter((service) => service.dependenciesOf("accountName").includes(urn));
}

/** Whether an account holds blobs: an account of the kind FileStorage holds file shares only. */
export function holdsBlobs({ props }: ResourceView): boolean {
  return !props.at("kind").is("FileStorage");
}

/** Whether an account holds file shares: accounts of the blob kinds and those of premium blobs do not. */
export function holdsFiles({ props }: ResourceView): boolean {
  return !props.at("kind").is("BlobStorage", "BlockBlobStorage");
}

/** Finds the accounts whose service does not exist in the stack, or does not keep what was deleted for long enough. */
export function softDeleteRequired(
  services: readonly TypePattern[],
  policy: string,
  holds: (account: ResourceView) => boolean,
) {
  return (stack: StackView, parameters: ParameterValues): Iterable<Finding> =>
    each(stack.ofType(...storageAccounts), function* (account) {
      if (!holds(account)) return;
      const leastDays = parameters.integer("leastDays");
      const ofAccount = serviceOf(stack, account, services);
      if (ofAccount.length === 0) {
        yield {
          path: "",
          message: `the stack sets no ${policy} for the account`,
          resource: account,
        };
      }
      for (const service of ofAccount) {
        const enabled = service.props.at(`${policy}.enabled`);
        const days = service.props.at(`${policy}.days`);
        if (!enabled.is(true)) yield { ...enabled.violates("must be true"), resource: service };
        else if ((days.number ?? 0) < leastDays)
          yield { ...days.violates(`must be at least ${leastDays}`), resource: service };
      }
    });
}
