namespace Barter.Backtest.Reporting;

/// <summary>How a page looks: light, dark, on a telephone and on paper.</summary>
internal static class ReportStyle
{
    public const string Css =
        """

        :root{--page:#fbfbf9;--card:#fff;--ink:#1f2328;--soft:#6a7078;--rule:#e4e4df;--line:#2b5d8c;--band:#2b5d8c22;
        --fall:#b4553e;--fallband:#b4553e2e;--buy:#1f6fb2;--sell:#c2571a;--price:#8b9098}
        @media (prefers-color-scheme:dark){:root{--page:#15181c;--card:#1b1f24;--ink:#e3e6e9;--soft:#989fa8;
        --rule:#2c3238;--line:#7fb2e0;--band:#7fb2e026;--fall:#e08a72;--fallband:#e08a7238;--buy:#6db3f2;--sell:#f0a060;
        --price:#7d848d}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
        "Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
        main{max-width:1040px;margin:0 auto;padding:32px 24px 48px}
        h1{font-size:26px;font-weight:600;line-height:1.2;margin:0;overflow-wrap:anywhere}
        h2{font-size:18px;font-weight:600;margin:0 0 12px}
        h3{font-size:14px;font-weight:600;margin:20px 0 4px;overflow-wrap:anywhere}
        p{margin:8px 0}
        .period,.note,figcaption,footer,small{color:var(--soft)}
        .note,figcaption,footer{font-size:13px;max-width:75ch}
        section{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:20px;margin:20px 0}
        dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(290px,1fr));gap:10px 24px;margin:0}
        dt{color:var(--soft);font-size:13px}
        dd{margin:0;overflow-wrap:anywhere}
        dl.tiles{grid-template-columns:repeat(auto-fill,minmax(120px,1fr));gap:16px 24px}
        .tiles dd{font-size:23px;line-height:1.3}
        dl.facts{grid-template-columns:repeat(auto-fill,minmax(200px,1fr))}
        small{display:block;font-size:12px;line-height:1.35}
        .digest{font-size:13px;color:var(--soft);overflow-wrap:anywhere;max-width:none}
        ul.gaps{margin:12px 0 0;padding:10px 14px 10px 30px;border-left:3px solid var(--sell);background:var(--page)}
        .scroll{overflow-x:auto;margin:12px 0}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:4px}
        th,td{padding:6px 10px;border-bottom:1px solid var(--rule);text-align:right;
        vertical-align:top;white-space:nowrap}
        th{font-weight:500}thead th{color:var(--soft);font-size:13px}
        th:first-child,td.words{text-align:left}tbody th{color:var(--ink);white-space:normal;min-width:130px}
        td small{white-space:normal;min-width:130px}
        .negative{color:var(--fall)}.missing{color:var(--soft)}
        details{margin-top:16px}summary{cursor:pointer;color:var(--soft)}
        figure{margin:0 0 16px}svg{display:block;width:100%;height:auto}svg.narrow{display:none}
        svg text{fill:var(--soft);font-size:12px}text.value{text-anchor:end}text.time{text-anchor:middle}
        svg path{fill:none}path.grid{stroke:var(--rule)}path.axis,path.tick{stroke:var(--soft)}
        path.level{stroke:var(--soft);stroke-dasharray:2 4}
        path.line{stroke:var(--line);stroke-width:1.6;stroke-linejoin:round}
        path.price{stroke:var(--price);stroke-width:1.2}
        svg path.band{fill:var(--band)}svg path.fall{fill:var(--fallband)}path.fall-line{stroke:var(--fall)}
        rect.bar{fill:var(--line);opacity:.8}rect.loss{fill:var(--fall)}
        svg path.buy{fill:var(--buy);stroke:var(--card);stroke-width:.8}
        svg path.sell{fill:var(--sell);stroke:var(--card);stroke-width:.8}
        .buy-key{color:var(--buy)}.sell-key{color:var(--sell);margin-left:14px}.legend{color:var(--soft)}
        @media (max-width:640px){main{padding:20px 12px 32px}section{padding:16px 14px;border-radius:6px}
        svg.wide{display:none}svg.narrow{display:block}dl{grid-template-columns:1fr}
        dl.tiles,dl.facts{grid-template-columns:1fr 1fr}.tiles dd{font-size:20px}
        th,td{padding:5px 6px}tbody th{min-width:84px}td small{min-width:110px}}
        @media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#ccc}main{max-width:none;padding:0}
        section{border:0;padding:0;margin:0 0 18px}figure,tr,dl>div{break-inside:avoid}h2,h3{break-after:avoid}
        .scroll{overflow:visible}svg.wide{display:block}svg.narrow{display:none}details:not([open]){display:none}}

        """;
}
