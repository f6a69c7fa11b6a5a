//! The threads that share the work: one for each core, or none beside that of the command.

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Makes the threads that read, reason and check. Where not all of them can be made, as under a limit of processes or
/// on a system that has none, the thread of the command does all the work for as long as what is returned is kept.
pub fn made() -> Option<ThreadPool> {
    if ThreadPoolBuilder::new().build_global().is_ok() {
        return None;
    }
    ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok()
}
