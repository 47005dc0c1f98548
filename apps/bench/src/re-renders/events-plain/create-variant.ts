import type { Hub } from '@busbar/core';
import { eventsVariant } from '../events/events-variant.tsx';
import type { Variant } from '../page/variant.ts';
import { CartBadge, CartPanel, CartSummary, DeliveryNote, LastAdded } from './cart-sections.tsx';
import { CategoryMenu, ProductList, Recommendations, SearchBox } from './catalogue-sections.tsx';
import { AccountBar, Greeting, LoyaltyPoints, NotificationBell, NotificationList, OrderHistory } from './customer-sections.tsx';
import { BundleOffer, ProductTeaser, ReviewPrompt } from './teasers.tsx';

/** The page on Busbar, written plainly: sections take whole payloads, and nothing is memoised. */
export function createVariant(hub?: Hub): Variant {
  return eventsVariant(
    {
      sections: {
        'account-bar': AccountBar,
        greeting: Greeting,
        'cart-badge': CartBadge,
        'notification-bell': NotificationBell,
        'search-box': SearchBox,
        'category-menu': CategoryMenu,
        'product-list': ProductList,
        'cart-panel': CartPanel,
        'cart-summary': CartSummary,
        'delivery-note': DeliveryNote,
        'last-added': LastAdded,
        recommendations: Recommendations,
        'notification-list': NotificationList,
        'order-history': OrderHistory,
        'loyalty-points': LoyaltyPoints,
      },
      teasers: { 'product-teaser': ProductTeaser, 'review-prompt': ReviewPrompt, 'bundle-offer': BundleOffer },
    },
    hub,
  );
}
