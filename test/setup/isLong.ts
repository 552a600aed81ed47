/** Whether tests run in their long forms: `npm run soak`. In `npm test` they are short. */
export const isLong = process.env['COBALT_LONG'] === '1';
