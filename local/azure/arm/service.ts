/**
 * What Azure Resource Manager does, as the provider sees it: the seam between the Pulumi plugin (`../provider`)
 * and the simulated services (`./services`). Bodies have the shape of the SDK (flattened `properties`, camel case), because that
 * is the shape the metadata describes.
 */

/** A value of a request or answer body: plain JSON, secrets already unwrapped. */
export type ArmValue = null | boolean | number | string | ArmValue[] | ArmBody;
/** A JSON object. */
export type ArmBody = { [key: string]: ArmValue };

/** One write of one resource. */
export interface PutRequest {
  /** Pulumi token without version, such as `azure-native:containerservice:ManagedCluster`. */
  readonly token: string;
  /** The ARM id as the path template and the path parameters give it. */
  readonly id: string;
  /** The path parameters by their SDK names, such as `resourceGroupName` and `resourceName`. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The body: every input that is no path parameter and no bookkeeping key. */
  readonly body: ArmBody;
  /** The API version the resource is written with. */
  readonly apiVersion: string;
  /** Stops waiting; what was accepted by then stays accepted. */
  readonly signal?: AbortSignal;
}

/** A resource as Azure answers it. */
export interface ArmResource {
  /** The id in the letter case that Azure answers with. */
  readonly id: string;
  /** Pulumi token without version. */
  readonly token: string;
  /** All outputs of the SDK class, `name` and `type` included; without `id`. */
  readonly outputs: ArmBody;
  /**
   * True for a resource that exists only because its parent does and that nobody has written yet, such as the network rule set of a
   * namespace: creating it is no conflict, and deleting it sets it back. Absent: false.
   */
  readonly isDefault?: boolean;
}

/** The simulated Azure. Every method throws {@link ArmError} as Azure would answer. */
export interface ArmService {
  /** Creates or updates a resource; returns when Azure's operation would have ended. */
  put(request: PutRequest): Promise<ArmResource>;
  /** Reads a resource; throws a 404 when it is not there. */
  get(token: string, id: string): Promise<ArmResource>;
  /** Deletes a resource with all it contains; a 404 is thrown, and is the caller's to forgive. */
  delete(token: string, id: string, signal?: AbortSignal): Promise<void>;
  /** Answers an invoke such as `azure-native:containerservice:listManagedClusterUserCredentials`. */
  invoke(token: string, args: ArmBody): Promise<ArmBody>;
  /** Whether the service knows this resource type. */
  supports(token: string): boolean;
  /** Whether the service knows this invoke. */
  supportsInvoke(token: string): boolean;
  /**
   * What Azure would refuse in this body, found without side effects: the plugin warns of it at preview already.
   * Returns one message per finding.
   */
  validate(token: string, body: ArmBody): string[];
  /** Lets simulated seconds pass, as a client does that was told to try again. Absent: the caller waits for a moment. */
  wait?(seconds: number, signal?: AbortSignal): Promise<void>;
}

/** An answer of Azure that is not a success. */
export class ArmError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  /** Azure's message, without status and code. */
  readonly detail: string;
  /**
   * Set when Azure accepted the request and failed later: the resource stays, in a failed state, and
   * this is how a read returns it.
   */
  readonly accepted: ArmResource | undefined;

  constructor(status: number, code: string | undefined, detail: string, accepted?: ArmResource) {
    super(
      code === undefined
        ? `Status=${status} Message="${detail}"`
        : `Status=${status} Code="${code}" Message="${detail}"`,
    );
    this.name = "ArmError";
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.accepted = accepted;
  }
}
