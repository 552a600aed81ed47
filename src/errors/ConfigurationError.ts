/**
 * The app was written wrongly: an option is missing, contradicts another, or cannot work here. The message says what to write
 * instead. It is thrown where the mistake stands, never shown by a view and never caught by `CobaltErrorBoundary`.
 *
 * @example
 * createCobaltClient({ proxy: 'api/cobalt' }); // throws: `proxy` is a path of your own origin like '/api/cobalt' …
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
