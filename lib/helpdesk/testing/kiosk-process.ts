/** The server of a kiosk with a hub, without its pages, as a process of its own: `FOLDER HUB PORT`. Says "listening". */
import { createServer } from 'node:http';
import { mountLink } from '../server/mount-link.ts';

const [folder = '', hub = '', port = '0'] = process.argv.slice(2);
const desk = mountLink({
  origin: `http://127.0.0.1:${port}`,
  hub,
  folder,
  version: '0.1.0',
  reader: undefined,
  printer: undefined,
  metricsToken: undefined,
  onTrouble: () => undefined,
});
const server = createServer((request, response) => void desk.answer(request, response));
server.listen(Number(port), '127.0.0.1', () => process.send?.('listening'));
process.on('disconnect', () => process.exit(0));
