import { createHash, randomBytes } from 'node:crypto';

/** What is stored in place of something secret that nobody could guess. SHA-256 in base64url. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** 256 bits of chance, in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
