import * as v from 'valibot';
import { type Paper, papers } from '../kiosk/machine.ts';

/** What a page is told about the server it comes from: `GET /api/place`. */
export const placeSchema = v.strictObject({
  /** Whose screen it is: the visitor's own, or one that many visitors share. */
  surface: v.picklist(['home', 'kiosk']),
  /** Origin of the pages that visitors of this kiosk can open at home. */
  homeAddress: v.nullable(v.pipe(v.string(), v.url())),
  /** Origin of the keeper of this kiosk's browser (lib/kiosk/keeper); without one a visit is erased by the page alone. */
  keeper: v.nullable(v.pipe(v.string(), v.url())),
  /** What the kiosk's printer prints on; `null`: it has none, or it is no kiosk. */
  paper: v.nullable(v.picklist(papers)),
});
export type Place = v.InferOutput<typeof placeSchema>;
export type Surface = Place['surface'];

/** A page that no kiosk claims is at somebody's home. */
export const atHome: Place = { surface: 'home', homeAddress: null, keeper: null, paper: null };

/** What the one who starts the Kazasu server tells it, as environment variables. See cli/kiosk.ts and cli/home.ts. */
type Environment = Readonly<Record<string, string | undefined>>;

export const paperOf = ({ KAZASU_PAPER: paper }: Environment): Paper | null =>
  papers.find((each) => each === paper) ?? null;

export const placeOf = (environment: Environment): Place => {
  const { KAZASU_SURFACE: surface, KAZASU_HOME_ADDRESS: home, KAZASU_KEEPER: keeper } = environment;
  return surface === 'kiosk'
    ? { surface, homeAddress: home || null, keeper: keeper || null, paper: paperOf(environment) }
    : atHome;
};
