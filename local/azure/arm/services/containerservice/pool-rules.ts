import { absent, flag, number, text, texts } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ArmBody } from "../../service.ts";
import { bare, invalidParameter } from "./container-service-refusals.ts";
import { supportOf } from "./kubernetes-versions.ts";
import { commonSizes, parseVmSize } from "./vm-sizes.ts";

/** What AKS refuses in a pool's own settings. The name is a pool's `name` inline and the path's last part otherwise. */
export function* poolRefusals(pool: ArmBody, name: string | undefined): Iterable<Refusal> {
  if (name !== undefined) yield* nameRefusals(pool, name);
  yield* countRefusals(pool);
  yield* diskRefusals(pool);
  const maxPods = number(pool, "maxPods");
  if (maxPods !== undefined && (maxPods < 10 || maxPods > 250)) {
    yield invalidParameter(
      "agentPoolProfile.maxPods",
      `maxPods is ${maxPods}, it must be between 10 and 250.`,
    );
  }
  for (const taint of texts(pool, "nodeTaints")) {
    if (
      /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?(=[A-Za-z0-9._-]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$/.test(
        taint,
      )
    )
      continue;
    yield invalidParameter(
      "agentPoolProfile.nodeTaints",
      `the taint '${taint}' is not of the form key=value:Effect.`,
    );
  }
  for (const zone of texts(pool, "availabilityZones")) {
    if (!["1", "2", "3"].includes(zone)) {
      yield invalidParameter("agentPoolProfile.availabilityZones", `'${zone}' is not one of 1, 2, 3.`);
    }
  }
  if (text(pool, "mode") === "System" && text(pool, "osType") === "Windows") {
    yield invalidParameter("agentPoolProfile.osType", "a pool of mode System must be of osType Linux.");
  }
  if (text(pool, "scaleSetPriority") === "Spot" && text(pool, "mode") === "System") {
    yield invalidParameter(
      "agentPoolProfile.scaleSetPriority",
      "a pool of mode System cannot be a Spot pool.",
    );
  }
  const version = text(pool, "orchestratorVersion");
  if (version !== undefined && supportOf(version) === "unknown") {
    yield bare(
      "AgentPoolK8sVersionNotSupported",
      `Version ${version} is not supported in this region. Please use [az aks get-versions] command to get the supported version list in this region. For more information, please check https://aka.ms/supported-version-list`,
    );
  }
}

function* nameRefusals(pool: ArmBody, name: string): Iterable<Refusal> {
  const longest = text(pool, "osType") === "Windows" ? 6 : 12;
  if (!/^[a-z][a-z0-9]*$/.test(name) || name.length > longest) {
    yield invalidParameter(
      "agentPoolProfile.name",
      `'${name}' must begin with a lower-case letter, hold nothing but lower-case letters and digits, and have ${longest} characters at most. Please see https://aka.ms/aks-naming-rules for more details.`,
    );
  }
}

function* countRefusals(pool: ArmBody): Iterable<Refusal> {
  const count = number(pool, "count");
  const least = text(pool, "mode") === "System" ? 1 : 0;
  if (count !== undefined && (count < least || count > 1000 || !Number.isInteger(count))) {
    yield invalidParameter(
      "agentPoolProfile.count",
      `the count is ${count}, it must be between ${least} and 1000.`,
    );
  }
  const minCount = number(pool, "minCount");
  const maxCount = number(pool, "maxCount");
  if (flag(pool, "enableAutoScaling") === true) {
    if (minCount !== undefined && maxCount !== undefined && minCount > maxCount) {
      yield invalidParameter(
        "agentPoolProfile.minCount",
        `minCount ${minCount} is greater than maxCount ${maxCount}.`,
      );
    }
    if (minCount !== undefined && minCount < least) {
      yield invalidParameter(
        "agentPoolProfile.minCount",
        `minCount is ${minCount}, it must be at least ${least}.`,
      );
    }
    if (absent(pool, "minCount") || absent(pool, "maxCount")) {
      yield invalidParameter(
        "agentPoolProfile.enableAutoScaling",
        "minCount and maxCount are required when enableAutoScaling is true.",
      );
    }
    if (count !== undefined && ((minCount ?? 0) > count || (maxCount ?? 1000) < count)) {
      yield invalidParameter(
        "agentPoolProfile.count",
        `the count ${count} is not between minCount ${minCount} and maxCount ${maxCount}.`,
      );
    }
  } else if (flag(pool, "enableAutoScaling") === false || absent(pool, "enableAutoScaling")) {
    for (const [property, value] of [
      ["minCount", minCount],
      ["maxCount", maxCount],
    ] as const) {
      if (value === undefined) continue;
      yield invalidParameter(
        `agentPoolProfile.${property}`,
        `${property} is allowed only when enableAutoScaling is true.`,
      );
    }
  }
}

function* diskRefusals(pool: ArmBody): Iterable<Refusal> {
  const name = text(pool, "vmSize");
  const size = name === undefined ? undefined : parseVmSize(name);
  const gib = number(pool, "osDiskSizeGB");
  if (gib !== undefined && gib !== 0 && (gib < 30 || gib > 2048)) {
    yield invalidParameter(
      "agentPoolProfile.osDiskSizeGB",
      `osDiskSizeGB is ${gib}, it must be 0 or between 30 and 2048.`,
    );
  }
  if (name === undefined || size === undefined) return;
  if (size.vcpus < 2) {
    yield bare(
      "SystemPoolSkuTooLow",
      `The VM SKU '${name}' does not have enough CPU/memory to run as a node pool: 2 vCPUs and 4 GiB are the least. Please refer to https://aka.ms/aks/restricted-skus`,
    );
  }
  if (text(pool, "osDiskType") !== "Ephemeral" || size.localDiskGiB === undefined) return;
  const needed = gib === undefined || gib === 0 ? 128 : gib;
  if (size.localDiskGiB < needed) {
    yield badRequest(
      "BadRequest",
      size.localDiskGiB === 0
        ? `The virtual machine size ${name} does not support the OS disk type Ephemeral: it has no local disk. Use a size with one (a 'd' in its name) or the OS disk type Managed.`
        : `OS disk of Ephemeral VM with size greater than ${size.localDiskGiB} GB is not allowed for VM size ${name}: osDiskSizeGB is ${needed}.`,
    );
  }
}

/** A size that no region has; `pool` is named by AKS where the cluster's own body lists it. */
export function* sizeRefusals(pool: ArmBody, location: string): Iterable<Refusal> {
  const name = text(pool, "vmSize");
  if (name === undefined || parseVmSize(name) !== undefined) return;
  yield badRequest(
    "BadRequest",
    `The VM size of ${name} is not allowed in your subscription in location '${location}'. The available VM sizes are '${commonSizes.join(",")}'`,
  );
}
