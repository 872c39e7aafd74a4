use leptos::prelude::*;

use super::icon_view::icon;
use crate::markup::Icon;

/// How many cards are sketched while the dataset arrives: about what a screen shows.
const N_BONES: usize = 3;

/// The page while the dataset arrives, laid out as it will be, so that nothing moves.
#[component]
pub fn LoadingView(
    /// How many bytes have arrived.
    n_bytes: usize,
    /// How many there will be, where that is known.
    n_total: Option<usize>,
) -> impl IntoView {
    let value = n_total.filter(|n_total| n_bytes <= *n_total).map(|_| n_bytes.to_string());
    let bones: Vec<_> = (0..N_BONES).map(|_| bone_card()).collect();
    view! {
        <header class="bar">
            <span class="brand">{icon(Icon::Logo)} "Rustscape"</span>
        </header>
        <div class="page">
            <div class="side"></div>
            <main class="main" aria-busy="true">
                <h1 class="sentence">
                    <span class="soft">"Loading …"</span>
                </h1>
                <progress aria-label="Loading" max=n_total value=value></progress>
                <p class="tools" role="status">
                    {(0 < n_bytes).then(|| format!("{} kB have arrived", n_bytes / 1000))}
                </p>
                <div class="cards" aria-hidden="true">
                    {bones}
                </div>
            </main>
        </div>
    }
    .into_any()
}

fn bone_card() -> AnyView {
    view! {
        <div class="card">
            <div class="who">
                <div class="mono bone"></div>
                <p class="bone"></p>
                <p class="bone short"></p>
            </div>
            <ul>
                <li class="project">
                    <div>
                        <p class="bone short"></p>
                        <p class="bone"></p>
                        <p class="bone"></p>
                    </div>
                </li>
            </ul>
        </div>
    }
    .into_any()
}
