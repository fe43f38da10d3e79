/**
 * What the level "restricted" of the Pod Security Standards asks of a pod, written from its table and independent of the
 * components: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted.
 */
interface SecurityContext {
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly capabilities?: { readonly drop?: readonly string[]; readonly add?: readonly string[] };
  readonly seccompProfile?: { readonly type: string };
  readonly sysctls?: readonly { readonly name: string }[];
}

interface Container {
  readonly name: string;
  readonly ports?: readonly { readonly hostPort?: number }[];
  readonly securityContext?: SecurityContext;
}

export interface PodSpec {
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly securityContext?: SecurityContext;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
}

const volumeTypes = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

const safeSysctls = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
]);

/** Every way in which a pod falls short. */
export function shortOfRestricted(pod: PodSpec): string[] {
  const short: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) short.push(what);
  };
  expect(pod.hostNetwork !== true && pod.hostPID !== true && pod.hostIPC !== true, "host namespaces");
  for (const volume of pod.volumes ?? []) {
    const kinds = Object.keys(volume).filter((key) => key !== "name");
    expect(kinds.length === 1 && kinds.every((kind) => volumeTypes.has(kind)), `volume ${kinds.join()}`);
  }
  for (const { name } of pod.securityContext?.sysctls ?? []) {
    expect(safeSysctls.has(name), `sysctl ${name}`);
  }
  for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
    const own = container.securityContext ?? {};
    const both = { ...pod.securityContext, ...own };
    expect(own.privileged !== true, `${container.name}: privileged`);
    expect(own.allowPrivilegeEscalation === false, `${container.name}: allowPrivilegeEscalation`);
    expect(both.runAsNonRoot === true && both.runAsUser !== 0, `${container.name}: runAsNonRoot`);
    expect(
      ["RuntimeDefault", "Localhost"].includes(both.seccompProfile?.type ?? ""),
      `${container.name}: seccompProfile`,
    );
    expect(own.capabilities?.drop?.includes("ALL") === true, `${container.name}: capabilities.drop`);
    expect(
      (own.capabilities?.add ?? []).every((capability) => capability === "NET_BIND_SERVICE"),
      `${container.name}: capabilities.add`,
    );
    expect(
      (container.ports ?? []).every(({ hostPort }) => hostPort === undefined),
      `${container.name}: hostPort`,
    );
  }
  return short;
}
