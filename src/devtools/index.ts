/** What only developers look at: import it where the devtools are. */
export { createErrorTypes, type DevtoolsErrorType } from './errorTypes.ts';
