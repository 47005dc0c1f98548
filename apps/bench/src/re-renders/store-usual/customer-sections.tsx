import type { ReactElement } from 'react';
import { connect, useDispatch, useSelector } from 'react-redux';
import { ada, newestFirst } from '../shop/customer.ts';
import { loggedIn, loggedOut, type ShopState } from '../store/shop-store.ts';
import {
  AccountBarView,
  GreetingView,
  LoyaltyPointsView,
  NotificationBellView,
  NotificationListView,
  OrderHistoryView,
} from '../views/customer-views.tsx';

/** Takes the whole slice. */
export function AccountBar(): ReactElement {
  const { customer } = useSelector((state: ShopState) => state.session);
  const dispatch = useDispatch();
  return <AccountBarView name={customer?.name} onLogIn={() => dispatch(loggedIn(ada))} onLogOut={() => dispatch(loggedOut())} />;
}

/** Takes the whole slice. */
export function Greeting(): ReactElement {
  const { customer } = useSelector((state: ShopState) => state.session);
  return <GreetingView name={customer?.name} />;
}

/** Sorts in `mapState`. */
export const OrderHistory = connect(({ session }: ShopState) => ({ orders: newestFirst(session.orders) }))(OrderHistoryView);

/** Makes an object in the selector. */
export function LoyaltyPoints(): ReactElement {
  const { points, orders } = useSelector(({ session }: ShopState) => ({
    points: session.customer?.points ?? 0,
    orders: session.orders.length,
  }));
  return <LoyaltyPointsView points={points} orders={orders} />;
}

/** Filters in the selector, and takes the length of what comes of it. */
export function NotificationBell(): ReactElement {
  const news = useSelector(({ session }: ShopState) => session.notifications.filter(({ urgent }) => urgent));
  return <NotificationBellView count={news.length} />;
}

/** Takes the whole slice. */
export function NotificationList(): ReactElement {
  const { notifications } = useSelector((state: ShopState) => state.session);
  return <NotificationListView notifications={notifications} />;
}
