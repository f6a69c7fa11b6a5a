//! Where the program does not follow the meaning yet: what made-up ledgers do without until it does. A switch goes when
//! it has been turned on.

/// Figures with a scope, and with a day for which they hold.
pub const SCOPES_AND_DAYS: bool = true;

/// Decimal numbers.
pub const NUMBERS: bool = true;
