import { useEventState } from '@busbar/react';
import type { ReactElement } from 'react';
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
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  return <GreetingView name={who?.name} />;
}

export function OrderHistory(): ReactElement {
  return <OrderHistoryView orders={newestFirst(useOrders())} />;
}

export function LoyaltyPoints(): ReactElement {
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  const { orders: own } = useEventState(orders.changed, { initial: noOrders });
  return <LoyaltyPointsView points={who?.points ?? 0} orders={own.length} />;
}

export function NotificationBell(): ReactElement {
  const { newest } = useEventState(notifications.changed, { initial: noNews });
  return <NotificationBellView count={newest.filter(({ urgent }) => urgent).length} />;
}

export function NotificationList(): ReactElement {
  return <NotificationListView notifications={useNews()} />;
}
