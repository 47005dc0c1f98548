// A Vitest setup file. Angular's own packages are published half compiled; builds link them ahead of time, tests as they load.
import '@angular/compiler';
