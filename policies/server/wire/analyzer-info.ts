import protobuf from "protobufjs/minimal.js";
import type { Writer } from "protobufjs/minimal.js";
import { writeStruct } from "./struct.ts";

/** What a pack tells of itself. */
export interface WirePack {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly policies: readonly WirePolicy[];
}

/** What a pack tells of a rule. */
export interface WirePolicy {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly remediationSteps: string;
  /** Address of a page. */
  readonly url: string;
  readonly tags: readonly string[];
  /** The engine's numbers. */
  readonly enforcementLevel: number;
  readonly severity: number;
  readonly type: number;
  /** JSON schema of each setting besides the level. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Writes an `AnalyzerInfo`. The engine waits for it at every start, and it says something of every rule. */
export function writeAnalyzerInfo(pack: WirePack): Buffer {
  const writer = protobuf.Writer.create();
  writer.uint32(packField.name).string(pack.name);
  writer.uint32(packField.displayName).string(pack.displayName);
  for (const policy of pack.policies) {
    writer.uint32(packField.policies).fork();
    writePolicy(writer, policy);
    writer.ldelim();
  }
  writer.uint32(packField.version).string(pack.version);
  writer.uint32(packField.supportsConfig).bool(true);
  writer.uint32(packField.description).string(pack.description);
  return Buffer.from(writer.finish());
}

// Tags as they stand on the wire, field number << 3 | wire type: pulumi/analyzer.proto.
const packField = {
  name: 10,
  displayName: 18,
  policies: 26,
  version: 34,
  supportsConfig: 40,
  description: 58,
} as const;
const policyField = {
  name: 10,
  displayName: 18,
  description: 26,
  enforcementLevel: 40,
  configSchema: 50,
  policyType: 56,
  severity: 64,
  tags: 82,
  remediationSteps: 90,
  url: 98,
} as const;
const schemaField = { properties: 10 } as const;

function writePolicy(writer: Writer, policy: WirePolicy): void {
  writer.uint32(policyField.name).string(policy.name);
  writer.uint32(policyField.displayName).string(policy.displayName);
  writer.uint32(policyField.description).string(policy.description);
  writer.uint32(policyField.enforcementLevel).int32(policy.enforcementLevel);
  writer.uint32(policyField.configSchema).fork();
  writer.uint32(schemaField.properties).fork();
  writeStruct(writer, policy.settings);
  writer.ldelim().ldelim();
  writer.uint32(policyField.policyType).int32(policy.type);
  writer.uint32(policyField.severity).int32(policy.severity);
  for (const tag of policy.tags) writer.uint32(policyField.tags).string(tag);
  writer.uint32(policyField.remediationSteps).string(policy.remediationSteps);
  writer.uint32(policyField.url).string(policy.url);
}
