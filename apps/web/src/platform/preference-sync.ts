import { accountKeeps, unsentFavourites } from './favourites.ts';
import { accountSays, markSent, unsentOf } from './preferences.ts';
import { mutate, query } from './rpc.ts';

/** One conversation at a time: of two answers the older must not come last. */
let talking: Promise<void> = Promise.resolve();

/**
 * Tells the account what this person chose on this device, or hears what they chose on another; then both say the same.
 * Call it once the server has said that they are who is signed in. @throws RpcError where it does not answer: what is unsent waits for the next time
 */
export function followAccount(person: string): Promise<void> {
  const turn = talking.then(() => talk(person));
  talking = turn.catch(() => undefined);
  return turn;
}

async function talk(person: string): Promise<void> {
  const wish = unsentOf(person);
  const atHand = unsentFavourites(person);
  const all = { ...wish, ...atHand };
  const hasWish = Object.keys(all).length > 0;
  const said = hasWish ? await mutate('preference.set', all) : await query('preference.get');
  if (hasWish) markSent(person, wish);
  const { favourites, ...taste } = said;
  accountKeeps(person, favourites, atHand.favourites);
  accountSays(person, taste);
}
