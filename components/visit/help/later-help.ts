'use client';

export { HelpSheets } from './help-sheets';
