import { helpDeskTests } from './help-desk.ts';

// Kiosk and console on one machine, with SQLite: what a fresh clone starts.
helpDeskTests();
