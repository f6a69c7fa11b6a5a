//! The command: hands the arguments to the library and passes its exit status on.

fn main() {}
