import { Component, computed, signal } from '@angular/core';
import { injectEmit } from '@busbar/angular';
import { type Details, profile } from 'contracts';
import { DetailsForm } from './details-form.ts';
import { OrderHistory } from './order-history.ts';
import { readDetails, storeDetails } from './stored-details.ts';

@Component({
  selector: 'shop-profile',
  imports: [DetailsForm, OrderHistory],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.css',
})
export class ProfilePage {
  protected readonly details = signal<Details | undefined>(readDetails());
  protected readonly greeting = computed(() => {
    const name = this.details()?.name.split(' ')[0];
    return name ? `Hello, ${name}` : 'Your profile';
  });
  protected readonly outcome = signal('');
  private readonly detailsChanged = injectEmit(profile.detailsChanged);

  constructor() {
    const known = this.details();
    if (known) this.detailsChanged(known);
  }

  protected save(details: Details): void {
    this.details.set(details);
    const stored = storeDetails(details);
    this.detailsChanged(details);
    this.outcome.set(stored ? 'Saved.' : 'Saved for now: this browser keeps nothing after you leave.');
  }
}
