import type { Azure } from "./azure.ts";
import type { Refusal } from "./refusal.ts";
import type { ArmBody } from "./service.ts";
import type { SdkEnum } from "./sdk-enums.ts";
import type { ControlPlane } from "../../kubernetes/cluster.ts";

/** A resource that exists, as the descriptions of types see it. */
export interface Resource {
  /** The id in the letter case that Azure answers with. */
  readonly id: string;
  readonly token: string;
  /** Last segment of the id. */
  readonly name: string;
  /** Region, normalised; empty where the type has none. */
  readonly location: string;
  /** What was asked for, with Azure's defaults filled in, without what Azure never answers. */
  readonly body: ArmBody;
  /** What Azure decided when the resource was created and keeps for its life, such as an address. */
  readonly facts: ArmBody;
  /** `Creating`, `Updating`, `Deleting`, `Succeeded` or `Failed`. */
  readonly state: string;
  /** Counts the writes, from 1. */
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly changedAt: string;
  readonly apiVersion: string;
}

/** A write that is being judged or carried out, inside the transaction that accepts it. */
export interface Write extends Resource {
  /** The resource before the write; undefined for a create. */
  readonly before: Resource | undefined;
  /** The body as it was sent: without defaults, with passwords. */
  readonly sent: ArmBody;
}

/** A reference from one resource to another. */
export interface Link {
  /** Id of the target. */
  readonly target: string;
  /** Where it was given, in SDK terms such as `subnet.id`; one link for each. */
  readonly property: string;
  /** Full type the target must have, such as `Microsoft.Network/virtualNetworks/subnets`; undefined: any. */
  readonly type?: string;
  /** What Azure names as the user of the target; default: the source's id. */
  readonly via?: string;
  /** Whether the target cannot be deleted as long as this link exists. Default false. */
  readonly blocks?: boolean;
  /** What Azure answers if the target does not exist, or is in another region than `location`; undefined: it need not exist. */
  readonly missing?: Refusal;
  /** Region the target must be in; undefined: any. */
  readonly location?: string;
}

/** A name that is unique beyond the resource's container. */
export interface UniqueName {
  /** The name space, such as `vault`. */
  readonly realm: string;
  /** The name that is claimed; default: the resource's name. */
  readonly name?: (write: Write) => string | undefined;
  /** What Azure answers if another resource has it. */
  readonly taken: (write: Write) => Refusal;
  /** What Azure answers if a deleted resource still holds it; undefined: names are free after a delete. */
  readonly held?: (write: Write) => Refusal;
  /** Whether this write takes back a name that a deleted resource holds. */
  readonly recovers?: (write: Write) => boolean;
  /** How long a deleted resource holds the name, in days; 0: not at all. */
  readonly holdDays?: (resource: Resource) => number;
}

/** Children that can be written inside their parent's body as well as on their own. */
export interface InlineChildren {
  /** Property of the parent's body, a list of objects that have a `name`. */
  readonly property: string;
  /** Token of the children's type. */
  readonly token: string;
  /**
   * What a list on an existing parent does to the children: `replace`, children that it leaves out are deleted; `merge`, they stay.
   * Without a list all stay.
   */
  readonly update: "replace" | "merge";
  /** What Azure answers if an update lists a child that does not exist; undefined: it is created. */
  readonly introduced?: (write: Write, name: string) => Refusal;
}

/** What a type's effects may use. */
export interface EffectContext {
  readonly azure: Azure;
  /** Reads the resource as it is now; undefined if it is gone. */
  readonly resource: () => Resource | undefined;
  readonly controlPlane: () => Promise<ControlPlane>;
  readonly signal: AbortSignal | undefined;
}

/** What happens outside the database when a resource changes. Every step may be repeated after an interruption. */
export interface Effect {
  /** Makes the world as the resource's row says. */
  readonly apply?: (id: string, context: EffectContext) => Promise<void>;
  /** Undoes it; the row is still there, in state `Deleting`. */
  readonly remove?: (id: string, context: EffectContext) => Promise<void>;
  /** Called before a read: brings back what died. */
  readonly revive?: (id: string, context: EffectContext) => Promise<void>;
}

/** Output properties that many types have and that Azure fills the same way. */
export type Stamp = "provisioningState" | "etag" | "eTag" | "systemData" | "resourceGuid";

/** What the local Azure knows of one resource type. */
export interface ResourceType {
  /** Pulumi token without version. */
  readonly token: string;
  /** ARM path with the SDK's parameter names; its letter case is that of the answered id, unless `answerPath` is given. */
  readonly path: string;
  readonly answerPath?: string;
  /** API version of the SDK class. */
  readonly apiVersion: string;
  /**
   * `regional`: in a region, for life; `global`: the location says `global`; `parent`: where the parent is; `nowhere`: has no location.
   */
  readonly place: "regional" | "global" | "parent" | "nowhere";
  readonly stamps: readonly Stamp[];
  /** Set where the SDK class has no output `type`. */
  readonly untyped?: boolean;
  /** Inputs that Azure never answers, passwords above all; dotted paths of object keys. They are not stored. */
  readonly writeOnly?: readonly string[];
  /** Whether the type has an `identity` property with principals that Azure computes. */
  readonly identity?: boolean;
  readonly unique?: UniqueName;
  readonly inline?: readonly InlineChildren[];
  /** Row of durations.json, where it is not the token. */
  readonly duration?: (body: ArmBody) => string;

  /** What Azure fills in where the body says nothing. */
  readonly defaults?: (body: ArmBody, id: string, azure: Azure) => ArmBody;
  /** Properties with a closed set of values; `[]` stands for every item of a list. Compared without case. */
  readonly enumerations?: Readonly<Record<string, SdkEnum>>;
  /** The service's answer to a value outside of such a set. Default: the resource manager's. */
  readonly unknownValue?: (path: string, value: string, allowed: readonly string[]) => Refusal;
  /**
   * What Azure refuses in this body, whatever else exists. Values may be unknown (see body.ts). The id is empty in a preview.
   */
  readonly refusals?: (body: ArmBody, id: string) => Iterable<Refusal>;
  /** What Azure refuses because of what is absent from the body, or of what else exists. */
  readonly conflicts?: (write: Write, azure: Azure) => Iterable<Refusal>;
  readonly links?: (body: ArmBody, id: string, azure: Azure) => Iterable<Link>;
  /** Decided at the first write; later writes get the former facts in `write.facts`. */
  readonly facts?: (write: Write, azure: Azure) => ArmBody;
  /** Changes of other resources that come with a write, such as a group that the service makes for itself. */
  readonly written?: (write: Write, azure: Azure) => void;
  /** Computed outputs, laid over the body. */
  readonly outputs?: (resource: Resource, azure: Azure) => ArmBody;
  /**
   * A child that exists because its parent does, before anyone wrote it: its body, or undefined if there is none of that name.
   * Deleting it sets it back.
   */
  readonly implicit?: (id: string, azure: Azure) => ArmBody | undefined;
  /** The service's own answer for a resource that is not there. Default: the resource manager's. */
  readonly notFound?: (id: string) => Refusal;
  /**
   * Why the resource cannot be deleted now. `container` is what is being deleted: the resource itself or something around it; users
   * inside of it do not count.
   */
  readonly undeletable?: (resource: Resource, azure: Azure, container: string) => Iterable<Refusal>;
  /** Why the service does not take private endpoints for this resource, if it does not. */
  readonly refusesPrivateEndpoint?: (resource: Resource) => string | undefined;
  /** What the service answers to a change while another operation runs. Default: `AnotherOperationInProgress`. */
  readonly busy?: (activity: "Updating" | "Deleting") => Refusal;
  /** Changes of other resources that come with the delete. */
  readonly deleted?: (resource: Resource, azure: Azure) => void;
  readonly effect?: Effect;
}
