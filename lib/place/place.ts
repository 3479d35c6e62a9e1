import * as v from 'valibot';

/** What a page is told about the server it comes from: `GET /api/place`. */
export const placeSchema = v.strictObject({
  /** Whose screen it is: the visitor's own, or one that many visitors share. */
  surface: v.picklist(['home', 'kiosk']),
  /** Origin of the pages that visitors of this kiosk can open at home. */
  homeAddress: v.nullable(v.pipe(v.string(), v.url())),
  /** Origin of the keeper of this kiosk's browser (lib/kiosk/keeper); without one a visit is erased by the page alone. */
  keeper: v.nullable(v.pipe(v.string(), v.url())),
});
export type Place = v.InferOutput<typeof placeSchema>;
export type Surface = Place['surface'];

/** A page that no kiosk claims is at somebody's home. */
export const atHome: Place = { surface: 'home', homeAddress: null, keeper: null };

/** What the one who starts the Kazasu server tells it, as environment variables. See cli/kiosk.ts and cli/home.ts. */
type Environment = Readonly<Record<string, string | undefined>>;

export const placeOf = ({
  KAZASU_SURFACE: surface,
  KAZASU_HOME_ADDRESS: home,
  KAZASU_KEEPER: keeper,
}: Environment): Place =>
  surface === 'kiosk' ? { surface, homeAddress: home || null, keeper: keeper || null } : atHome;
