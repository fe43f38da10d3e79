/** What a kubeconfig says. */
export interface KubeconfigContent {
  /** Name of the context and of the cluster in it. */
  readonly context: string;
  readonly user: string;
  readonly server: string;
  /** PEM. */
  readonly certificateAuthority: string;
  readonly token: string;
}

/** A kubeconfig (YAML) with one cluster, one user and one context. */
export function formatKubeconfig(content: KubeconfigContent): string {
  // A JSON string is a YAML scalar too, whatever is in it.
  const [context, user, server, token] = [content.context, content.user, content.server, content.token].map(
    (text) => JSON.stringify(text),
  );
  const authority = Buffer.from(content.certificateAuthority).toString("base64");
  return `apiVersion: v1
kind: Config
clusters:
  - name: ${context}
    cluster:
      server: ${server}
      certificate-authority-data: ${authority}
users:
  - name: ${user}
    user:
      token: ${token}
contexts:
  - name: ${context}
    context:
      cluster: ${context}
      user: ${user}
current-context: ${context}
`;
}
