/**
 * Names that the provider passes and Azure refuses. Source: "Naming rules and restrictions for Azure resources",
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules (MicrosoftDocs/azure-docs@0010dc26), by the resource type in
 * lower case. What `./constraints.ts` says of a type is checked by the provider already.
 */
export interface NameRule {
  /** Characters. */
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: RegExp;
  /** The rule in words, as the end of "… is invalid: ". */
  readonly words: string;
}

/** Of nearly every type of Microsoft.Network. */
function networkRule(minLength: number, maxLength: number): NameRule {
  return {
    minLength,
    maxLength,
    pattern: /^[A-Za-z0-9]([\w.-]*\w)?$/,
    words: `it has ${minLength} to ${maxLength} letters, digits, underscores, periods and hyphens, begins with a letter or digit, and ends with a letter, digit or underscore`,
  };
}

/** Of queues of events and what is in them. */
function eventsRule(maxLength: number): NameRule {
  return {
    minLength: 1,
    maxLength,
    pattern: /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/,
    words: `it has 1 to ${maxLength} letters, digits, periods, hyphens and underscores, and begins and ends with a letter or digit`,
  };
}

export const nameRules: Readonly<Record<string, NameRule>> = {
  resourcegroups: {
    minLength: 1,
    maxLength: 90,
    pattern: /[^.]$/,
    words: "it does not end with a period",
  },
  "microsoft.network/virtualnetworks": networkRule(2, 64),
  "microsoft.network/virtualnetworks/subnets": networkRule(1, 80),
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": networkRule(1, 80),
  "microsoft.network/networksecuritygroups": networkRule(1, 80),
  "microsoft.network/networksecuritygroups/securityrules": networkRule(1, 80),
  "microsoft.network/publicipaddresses": networkRule(1, 80),
  "microsoft.network/routetables": networkRule(1, 80),
  "microsoft.network/routetables/routes": networkRule(1, 80),
  "microsoft.network/privatednszones": {
    minLength: 1,
    maxLength: 63,
    pattern: /^[\w-]+(\.[\w-]+){1,33}$/,
    words:
      "it has 2 to 34 labels, separated by periods, of letters, digits, underscores and hyphens, and at most 63 characters",
  },
  "microsoft.network/privatednszones/virtualnetworklinks": networkRule(1, 80),
  "microsoft.keyvault/vaults": {
    minLength: 3,
    maxLength: 24,
    pattern: /^[A-Za-z](?!.*--)[A-Za-z0-9-]*[A-Za-z0-9]$/,
    words:
      "it has 3 to 24 letters, digits and hyphens, begins with a letter, ends with a letter or digit, and has no two hyphens in a row",
  },
  "microsoft.managedidentity/userassignedidentities": {
    minLength: 3,
    maxLength: 128,
    pattern: /^[A-Za-z0-9][\w-]*$/,
    words: "it has 3 to 128 letters, digits, hyphens and underscores, and begins with a letter or digit",
  },
  "microsoft.eventhub/namespaces": {
    minLength: 6,
    maxLength: 50,
    pattern: /^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/,
    words:
      "it has 6 to 50 letters, digits and hyphens, begins with a letter, and ends with a letter or digit",
  },
  "microsoft.eventhub/namespaces/eventhubs": eventsRule(256),
};

/** Why Azure refuses a name of a resource type; `undefined` when it takes it, or when no rule is known. */
export function nameRefusal(resourceType: string, name: string): string | undefined {
  const rule = Object.hasOwn(nameRules, resourceType) ? nameRules[resourceType] : undefined;
  return rule === undefined ||
    (name.length >= rule.minLength && name.length <= rule.maxLength && rule.pattern.test(name))
    ? undefined
    : `The name '${name}' is invalid: ${rule.words}.`;
}
