import { helpDeskTests } from './help-desk.ts';
import { test } from './office-fixture.ts';

// The kiosk belongs to one hub, the console to another; they share PostgreSQL.
test.use({ officeKind: 'two-hubs' });
helpDeskTests();
