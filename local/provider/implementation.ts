/**
 * What a provider does, in plain TypeScript. Every method is optional: one that is missing is answered as unimplemented, except `configure`,
 * without which every configuration is fine, and `cancel`, which needs nothing more than the signals.
 */
import type { ResourceLog } from "./engine-log.ts";
import type { PropertyMap } from "./values.ts";

/** What every call comes with. */
export interface CallContext {
  /** Messages to the person at the engine, under the resource that the call is about. */
  readonly log: ResourceLog;
  /** Aborts when the engine cancels, goes away, or the resource's custom timeout is over (then with a `TimeoutError`). */
  readonly signal: AbortSignal;
}

/** Which resource a call is about. */
export interface ResourceIdentity {
  readonly urn: string;
  /** Type token, such as `random:index/randomString:RandomString`. */
  readonly type: string;
  /** Logical name. */
  readonly name: string;
}

/** A property that is not as it must be. */
export interface CheckFailure {
  /** Path of the property, such as `build.context`. */
  readonly property: string;
  /** The value that was found, what is allowed, the remedy. */
  readonly reason: string;
}

/** How the engine wants names to be made that the program does not give. */
export interface Autonaming {
  /** `propose`: the name may be changed to be valid; `enforce`: it is to be used as it is; `disable`: make none. */
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

export interface CheckRequest extends ResourceIdentity {
  /** The inputs that the last check returned; `undefined` for a resource that does not exist yet. */
  readonly oldInputs: PropertyMap | undefined;
  /** The inputs as the program gives them. */
  readonly inputs: PropertyMap;
  /** Bytes that are the same in preview and update, to make the same random names in both; empty when the engine sends none. */
  readonly randomSeed: Uint8Array;
  readonly autonaming: Autonaming | undefined;
}

export interface CheckResult {
  /** The inputs with defaults and names filled in. */
  readonly inputs: PropertyMap;
  readonly failures?: readonly CheckFailure[];
}

export interface DiffRequest extends ResourceIdentity {
  readonly id: string;
  readonly oldInputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
  readonly inputs: PropertyMap;
  /** Paths that the program told the engine to ignore; the engine resets those inputs itself. */
  readonly ignoreChanges: readonly string[];
}

/** How one property differs. */
export interface PropertyDifference {
  readonly kind: "add" | "delete" | "update";
  /** Whether this difference asks for a replacement. */
  readonly replace?: boolean;
  /** Whether it is a difference between old and new inputs, rather than between old outputs and new inputs. Default: true. */
  readonly inputs?: boolean;
}

export interface DiffResult {
  /** Whether there is any difference. Left out: the provider does not say, and the engine compares for itself. */
  readonly changes?: boolean;
  /** Differences by property path. */
  readonly differences?: Readonly<Record<string, PropertyDifference>>;
  /** The properties that ask for a replacement. Default: those of the differences that do. */
  readonly replaces?: readonly string[];
  /** Outputs that keep their value in an update. */
  readonly stables?: readonly string[];
  /** Whether a replacement must delete before it creates. Default: false. */
  readonly deleteBeforeReplace?: boolean;
}

export interface CreateRequest extends ResourceIdentity {
  readonly inputs: PropertyMap;
  /** During a preview nothing is created, and the inputs may contain unknown values. */
  readonly preview: boolean;
}

export interface CreateResult {
  /** The provider's id; left out in a preview. */
  readonly id?: string;
  readonly outputs: PropertyMap;
}

export interface ReadRequest extends ResourceIdentity {
  readonly id: string;
  /** The inputs that the engine knows; `undefined` for an import or a `get`. */
  readonly inputs: PropertyMap | undefined;
  /** The outputs that the engine knows; for a `get`, what the program gives to find the resource. */
  readonly outputs: PropertyMap;
}

export interface ReadResult {
  readonly id: string;
  readonly outputs: PropertyMap;
  /** Left out when the resource cannot be imported. */
  readonly inputs?: PropertyMap;
}

export interface UpdateRequest extends ResourceIdentity {
  readonly id: string;
  readonly oldInputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
  readonly inputs: PropertyMap;
  readonly preview: boolean;
  readonly ignoreChanges: readonly string[];
}

export interface UpdateResult {
  readonly outputs: PropertyMap;
}

export interface DeleteRequest extends ResourceIdentity {
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

export interface InvokeRequest {
  /** Token of the function, such as `azure-native:authorization:getClientConfig`. */
  readonly token: string;
  readonly args: PropertyMap;
  readonly preview: boolean;
}

export interface InvokeResult {
  readonly outputs: PropertyMap;
  readonly failures?: readonly CheckFailure[];
}

export interface ConfigureRequest {
  /** The provider's configuration. */
  readonly inputs: PropertyMap;
  /** The same as texts, by `<package>:config:<key>`; older engines send these only. Secrets are in plain text here. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether the engine sends the old inputs to `diff` and `update`. */
  readonly sendsOldInputs: boolean;
  /** Whether the engine sends the old inputs to `delete`. */
  readonly sendsOldInputsToDelete: boolean;
}

/** A provider. */
export interface ProviderImplementation {
  /** The package's schema as JSON. */
  getSchema?(context: CallContext): Promise<string>;
  checkConfig?(request: CheckRequest, context: CallContext): Promise<CheckResult>;
  diffConfig?(request: DiffRequest, context: CallContext): Promise<DiffResult>;
  configure?(request: ConfigureRequest, context: CallContext): Promise<void>;
  check?(request: CheckRequest, context: CallContext): Promise<CheckResult>;
  diff?(request: DiffRequest, context: CallContext): Promise<DiffResult>;
  create?(request: CreateRequest, context: CallContext): Promise<CreateResult>;
  /** `undefined`: the resource does not exist any more. */
  read?(request: ReadRequest, context: CallContext): Promise<ReadResult | undefined>;
  update?(request: UpdateRequest, context: CallContext): Promise<UpdateResult>;
  delete?(request: DeleteRequest, context: CallContext): Promise<void>;
  invoke?(request: InvokeRequest, context: CallContext): Promise<InvokeResult>;
  /** Called after the signals of all running calls have aborted: by the engine, at its end or when the user interrupts it. */
  cancel?(): Promise<void>;
  /** Called once, after the last call: closes what the provider holds open. */
  close?(): Promise<void>;
}
