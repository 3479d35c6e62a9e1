/** What makes a bad PIN, and what helps to keep a good one. Nobody enters one here. */
export const weakPins = ['birthday', 'in-order', 'phone-number', 'on-card'] as const;
export const keepings = ['write', 'not-on-card', 'not-tell'] as const;
