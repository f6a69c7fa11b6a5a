//! Large ledgers. Filled in below.
