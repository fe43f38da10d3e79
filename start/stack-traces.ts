/**
 * Imported first, for its effect: the SDK's launcher installs a source-map hook, which makes each of the many stack traces that
 * the SDK takes dear. Node strips the types in place, so lines and columns are right without it.
 */
Reflect.deleteProperty(Error, "prepareStackTrace");
