/** The server's half: a proxy that holds the token. Import it on a server alone. */
export { createCobaltProxy } from './server/createCobaltProxy.ts';
export { proxyFetch } from './server/proxyFetch.ts';
export type { CobaltProxyOptions } from './server/proxyOptions.ts';
export type { BudgetOptions } from './server/budgetOptions.ts';
export type { BudgetStore, BudgetWindow } from './server/budgetStore.ts';
export { createMemoryBudgetStore } from './server/memoryBudgetStore.ts';
export type { WebhookEvent, WebhookEventType } from './client/webhookEvent.ts';
export { verifyWebhook } from './server/verifyWebhook.ts';
export { ConfigurationError } from './errors/ConfigurationError.ts';
