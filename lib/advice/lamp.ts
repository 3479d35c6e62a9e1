/** あなたの準備, the five lamps. */
export const lampNames = ['errand', 'device', 'pins', 'card', 'certificates'] as const;
export type LampName = (typeof lampNames)[number];

/** `attention`: something is to be done. `stopped`: not like this. `unknown`: nobody has said yet. */
export type LampState = 'fine' | 'attention' | 'stopped' | 'unknown';
export type Readiness = Readonly<Record<LampName, LampState>>;
