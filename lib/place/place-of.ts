import { type Paper, papers } from '../kiosk/machine.ts';
import { toLowerEdge, toPanelSize, usualPanel } from '../kiosk/panel.ts';
import { atHome, type Place } from './place.ts';

/** What the one who starts the Kazasu server tells it, as environment variables. See cli/kiosk.ts and cli/home.ts. */
type Environment = Readonly<Record<string, string | undefined>>;

export const paperOf = ({ KAZASU_PAPER: paper }: Environment): Paper | null =>
  papers.find((each) => each === paper) ?? null;

export const placeOf = (environment: Environment): Place => {
  const { KAZASU_SURFACE: surface, KAZASU_HOME_ADDRESS: home, KAZASU_KEEPER: keeper } = environment;
  if (surface !== 'kiosk') return atHome;
  const { KAZASU_PANEL: size = '', KAZASU_PANEL_HEIGHT: lowerEdge = '' } = environment;
  return {
    surface,
    homeAddress: home || null,
    keeper: keeper || null,
    paper: paperOf(environment),
    panel: { ...usualPanel, ...toPanelSize(size), lowerEdge: toLowerEdge(lowerEdge) ?? usualPanel.lowerEdge },
  };
};
