import { useEventState } from '@busbar/react';
import { type ReactElement, useMemo } from 'react';
import { customer, notifications, orders } from '../events/contracts.ts';
import { nobody, noNews, noOrders } from '../events/nothing-yet.ts';
import { useAccount } from '../events/use-account.ts';
import { useNews } from '../events/use-news.ts';
import { useOrders } from '../events/use-orders.ts';
import { newestFirst } from '../shop/customer.ts';
import {
  AccountBarView,
  GreetingView,
  LoyaltyPointsView,
  NotificationBellView,
  NotificationListView,
  OrderHistoryView,
} from '../views/customer-views.tsx';

export function AccountBar(): ReactElement {
  const { name, logIn, logOut } = useAccount();
  return <AccountBarView name={name} onLogIn={logIn} onLogOut={logOut} />;
}

export function Greeting(): ReactElement {
  const name = useEventState(customer.changed, { initial: nobody, select: (state) => state.customer?.name });
  return <GreetingView name={name} />;
}

export function OrderHistory(): ReactElement {
  const own = useOrders();
  return <OrderHistoryView orders={useMemo(() => newestFirst(own), [own])} />;
}

export function LoyaltyPoints(): ReactElement {
  const points = useEventState(customer.changed, { initial: nobody, select: (state) => state.customer?.points ?? 0 });
  const count = useEventState(orders.changed, { initial: noOrders, select: (state) => state.orders.length });
  return <LoyaltyPointsView points={points} orders={count} />;
}

export function NotificationBell(): ReactElement {
  const count = useEventState(notifications.changed, {
    initial: noNews,
    select: ({ newest }) => newest.filter(({ urgent }) => urgent).length,
  });
  return <NotificationBellView count={count} />;
}

export function NotificationList(): ReactElement {
  return <NotificationListView notifications={useNews()} />;
}
