/** The server's half: a proxy that holds the token. Import it on a server alone. */
export { createCobaltProxy } from './createCobaltProxy.ts';
export { proxyFetch } from './proxyFetch.ts';
export type { CobaltProxyOptions } from './proxyOptions.ts';
export type { BudgetOptions } from './budgetOptions.ts';
export type { BudgetStore, BudgetWindow } from './budgetStore.ts';
export { createMemoryBudgetStore } from './memoryBudgetStore.ts';
export type { WebhookEvent, WebhookEventType } from '../client/webhookEvent.ts';
export { verifyWebhook } from './verifyWebhook.ts';
export { ConfigurationError } from '../errors/ConfigurationError.ts';
