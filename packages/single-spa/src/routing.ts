export { publishAppErrors } from './publish-app-errors.ts';
export { publishRouting } from './publish-routing.ts';
export { type AppFailure, type AppsChange, type Route, type RouteChange, routing } from './routing-events.ts';
