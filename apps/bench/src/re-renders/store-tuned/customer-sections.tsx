import type { ReactElement } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { ada } from '../shop/customer.ts';
import { loggedIn, loggedOut, type ShopState } from '../store/shop-store.ts';
import {
  AccountBarView,
  GreetingView,
  LoyaltyPointsView,
  NotificationBellView,
  NotificationListView,
  OrderHistoryView,
} from '../views/customer-views.tsx';
import { customerOf, selectNewestOrders } from './selectors.ts';

const countOfUrgent = ({ session }: ShopState) => session.notifications.filter(({ urgent }) => urgent).length;
const nameOf = (state: ShopState) => customerOf(state)?.name;

export function AccountBar(): ReactElement {
  const dispatch = useDispatch();
  const name = useSelector(nameOf);
  return <AccountBarView name={name} onLogIn={() => dispatch(loggedIn(ada))} onLogOut={() => dispatch(loggedOut())} />;
}

export function Greeting(): ReactElement {
  return <GreetingView name={useSelector(nameOf)} />;
}

export function OrderHistory(): ReactElement {
  return <OrderHistoryView orders={useSelector(selectNewestOrders)} />;
}

export function LoyaltyPoints(): ReactElement {
  const points = useSelector((state: ShopState) => customerOf(state)?.points ?? 0);
  const orders = useSelector(({ session }: ShopState) => session.orders.length);
  return <LoyaltyPointsView points={points} orders={orders} />;
}

export function NotificationBell(): ReactElement {
  return <NotificationBellView count={useSelector(countOfUrgent)} />;
}

export function NotificationList(): ReactElement {
  return <NotificationListView notifications={useSelector(({ session }: ShopState) => session.notifications)} />;
}
