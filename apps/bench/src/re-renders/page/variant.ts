import type { ComponentType, ReactNode } from 'react';
import type { Notification } from '../shop/notification.ts';
import type { Product } from '../shop/product.ts';

/** The sections that the page always has, in the order in which they stand on it. */
export const sectionNames = [
  'account-bar',
  'greeting',
  'cart-badge',
  'notification-bell',
  'search-box',
  'category-menu',
  'product-list',
  'cart-panel',
  'cart-summary',
  'delivery-note',
  'last-added',
  'recommendations',
  'notification-list',
  'order-history',
  'loyalty-points',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** What else a large page has, fifteen of each. */
export const teaserKinds = ['product-teaser', 'review-prompt', 'bundle-offer'] as const;
export type TeaserKind = (typeof teaserKinds)[number];

/** One way to build the page. All ways share the views, and differ in how these come to their data. */
export interface Variant {
  readonly sections: Readonly<Record<SectionName, ComponentType>>;
  readonly teasers: Readonly<Record<TeaserKind, ComponentType<{ readonly product: Product }>>>;
  /** Puts around the content of a root what it gets its data from. */
  readonly wrap: (microFrontend: string, content: ReactNode) => ReactNode;
  /** Takes in what the server says. */
  readonly receive: (notification: Notification) => void;
}
