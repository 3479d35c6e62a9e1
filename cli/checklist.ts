import { parseArgs } from 'node:util';
import { checklist, checkSources, isTooSmall } from '../lib/kiosk/checklist.ts';
import { connectedScreens } from '../lib/kiosk/connected-screens.ts';
import { fillsPanel, type Panel, toLowerEdge, toPanelSize, usualPanel } from '../lib/kiosk/panel.ts';
import { columns } from './columns.ts';
import { exitCode } from './exit-codes.ts';
import { words } from './words.ts';

/** `kazasu checklist`: what one measures and tries where a kiosk is put up, on paper. @returns the exit code */
export const runChecklist = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { panel: { type: 'string' }, 'panel-height': { type: 'string' } },
  });
  const { title, items, mistakes, tooSmall, otherScreen } = words().checklist;
  const size = values.panel === undefined ? usualPanel : toPanelSize(values.panel);
  const height = values['panel-height'];
  const lowerEdge = height === undefined ? usualPanel.lowerEdge : toLowerEdge(height);
  if (size === undefined || lowerEdge === undefined) {
    process.stderr.write(`kazasu checklist: ${mistakes[size === undefined ? 'panel' : 'panelHeight']}\n`);
    return exitCode.usage;
  }
  const panel: Panel = { ...size, lowerEdge };
  const rows = checklist(panel).map(([item, value]): [string, string] => {
    const source = checkSources[item];
    return [`□ ${value}`, source === undefined ? items[item] : `${items[item]} ${source}`];
  });
  const { diagonal, width, height: pixels } = panel;
  process.stdout.write(`${title}: ${diagonal}″, ${width} × ${pixels} px, ${lowerEdge} mm\n\n${columns(rows)}\n`);
  if (isTooSmall(panel)) process.stderr.write(`${tooSmall}\n`);
  const screens = connectedScreens();
  // A window that does not fill the panel is taken for somebody's try: nothing on it has its millimetres.
  if (screens.length > 0 && !screens.some((screen) => fillsPanel(panel, screen)))
    process.stderr.write(`${otherScreen}: ${screens.map((each) => `${each.width} × ${each.height} px`).join(', ')}\n`);
  return exitCode.ok;
};
