/** A page of the shop. */
export interface Route {
  readonly name: 'shop' | 'checkout' | 'profile' | 'not-found';
  /** What the browser shows for it in its tab. */
  readonly title: string;
}

const shop: Route = { name: 'shop', title: 'Lintel: things for the house' };
const checkout: Route = { name: 'checkout', title: 'Checkout · Lintel' };
const profile: Route = { name: 'profile', title: 'Profile · Lintel' };
const notFound: Route = { name: 'not-found', title: 'Not found · Lintel' };

/** The page that belongs to a path. Checkout and profile may have paths of their own below theirs. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '/index.html') return shop;
  if (isUnder(path, '/checkout')) return checkout;
  if (isUnder(path, '/profile')) return profile;
  return notFound;
}

function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}
